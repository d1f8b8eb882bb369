import type { Owner } from '../../model/finding.ts'

/** What a provider's own error code means, who mends it, and where. */
export interface ProviderErrorText {
  readonly says: string
  readonly owner: Owner
  readonly fix: string
}

export type ProviderErrorTexts = Readonly<Record<string, ProviderErrorText>>
