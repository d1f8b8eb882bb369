import { z } from 'zod'
import { Domain } from '../model/domain.ts'
import { ConnectionId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { Verdict } from '../model/judgement.ts'
import { ProviderId } from '../model/provider-id.ts'
import { ADMIN_API, route } from './route.ts'

/** Lets people of the customer's IT set up one connection in a web wizard, without an account (S40, S41). */
export const SetupLink = z.object({
  state: z.enum(['open', 'completed', 'revoked', 'expired']),
  /** E-mail domains of the connection: the administrator says them, whoever holds the link cannot. Empty: those the organisation allows. */
  domains: z.array(z.string()),
  /** The draft that the wizard fills in; a provider once the link is completed. */
  connectionId: ConnectionId,
  /** What was chosen in the wizard. */
  provider: ProviderId.nullable(),
  /** The last test login from the wizard. */
  lastTest: z.object({ verdict: Verdict, at: Instant }).nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  completedAt: Instant.nullable(),
})
export type SetupLink = z.infer<typeof SetupLink>

export const NewSetupLink = z
  .strictObject({
    domains: z.array(Domain).max(500).default([]),
    /** How long it works. */
    days: z.int().min(1).max(30).default(7),
  })
  .meta({ examples: [{ domains: ['acme.example'], days: 7 }] })
export type NewSetupLink = z.output<typeof NewSetupLink>

const path = `${ADMIN_API}/setup-link`

export const createSetupLink = route({
  method: 'POST',
  path,
  summary: 'Make a setup link; the one before works no more, and what was entered under it is kept',
  body: NewSetupLink,
  success: {
    status: 201,
    body: z.object({
      setupLink: SetupLink,
      /** Answered this once: only its digest is kept. */
      setupUrl: z.url(),
    }),
  },
})
export const getSetupLink = route({
  method: 'GET',
  path,
  summary: 'Read the last setup link',
  success: { status: 200, body: z.object({ setupLink: SetupLink.nullable() }) },
})
export const revokeSetupLink = route({
  method: 'DELETE',
  path,
  summary: 'Revoke the setup link',
  success: { status: 200, body: z.object({ message: z.string() }) },
})
