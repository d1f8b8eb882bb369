import { z } from 'zod'
import { EmailAddress } from '../model/email-address-schema.ts'
import { ConnectionId } from '../model/ids.ts'
import { Outcome } from '../model/outcome.ts'
import { ADMIN_API, route } from './route.ts'

export const predictOutcome = route({
  method: 'POST',
  path: `${ADMIN_API}/providers/:id/outcome`,
  summary: "What would a sign-in do to this person's account? Of a draft too; nothing is changed",
  params: z.object({ id: ConnectionId }),
  scope: 'sso:test',
  body: z
    .strictObject({
      email: EmailAddress,
      /** As the identity provider would send it; left out: one that is not known yet. */
      nameId: z.string().min(1).max(1_024).optional(),
      /** Left out: the claim does not arrive. */
      groups: z.array(z.string().max(256)).max(2_000).optional(),
    })
    .meta({ examples: [{ email: 'ada@acme.example', groups: ['Administrators'] }] }),
  success: { status: 200, body: z.object({ outcome: Outcome }) },
})
