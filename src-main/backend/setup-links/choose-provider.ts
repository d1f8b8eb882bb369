import type { ProviderId } from '#shared/model/provider-id.ts'
import { Refused } from '../refusals/refused.ts'
import type { Setup } from './open-setup.ts'

/** @throws {Refused} `setup-link.gone` */
export async function chooseProvider({ tenant, link }: Setup, provider: ProviderId): Promise<void> {
  if (!(await tenant.stores.setupLinks.change(link.id, { provider }))) throw new Refused('setup-link.gone')
}
