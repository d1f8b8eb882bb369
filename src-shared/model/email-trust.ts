import { z } from 'zod'

/**
 * When an e-mail address counts. `verified`: where the provider says that it is (OpenID Connect Core §5.7, `xms_edov` of
 * Microsoft). `provider`: also where the provider says nothing, because whoever runs it gives out the addresses itself. An
 * address that the provider calls unverified never counts.
 */
export const EmailTrust = z.enum(['verified', 'provider'])
export type EmailTrust = z.infer<typeof EmailTrust>
