import { z } from 'zod'
import { Domain } from '../model/domain.ts'
import { ConnectionId } from '../model/ids.ts'
import { ADMIN_API, route } from './route.ts'
import { Version } from './version.ts'

/** Sign-in with Google Workspace, at most one for each organisation, on every plan (S34). */
export const GoogleSignIn = z.object({
  /** Of the provider it is; it takes part in tests, outcomes and domain proofs as one. */
  id: ConnectionId,
  enabled: z.boolean(),
  clientId: z.string(),
  /** Whose people come in by Google: `hd` of their account is one of these, and so is the domain of their address. */
  domains: z.array(z.string()),
  /** To be entered at Google, under the OAuth client. */
  redirectUri: z.url(),
  version: Version,
})
export type GoogleSignIn = z.infer<typeof GoogleSignIn>

const google = `${ADMIN_API}/google`
const shared = { withoutLicence: true } as const

export const readGoogle = route({
  ...shared,
  method: 'GET',
  path: google,
  summary: 'Read how people sign in with Google; null where they do not',
  success: { status: 200, body: z.object({ google: GoogleSignIn.nullable() }) },
})
export const putGoogle = route({
  ...shared,
  method: 'PUT',
  path: google,
  summary: 'Set up sign-in with Google, or change it',
  body: z
    .strictObject({
      clientId: z.string().trim().min(1).max(1_024),
      /** Left out: as it was. Sealed at rest, never answered. */
      clientSecret: z.string().min(1).max(4_096).optional(),
      domains: z.array(Domain).min(1).max(500),
      enabled: z.boolean().default(false),
    })
    .meta({
      examples: [
        {
          clientId: '1234.apps.googleusercontent.com',
          clientSecret: 'your-client-secret',
          domains: ['google.acme.example'],
        },
      ],
    }),
  success: { status: 200, body: z.object({ google: GoogleSignIn }) },
})
export const deleteGoogle = route({
  ...shared,
  method: 'DELETE',
  path: google,
  summary: 'End sign-in with Google',
  success: { status: 200, body: z.object({ message: z.string() }) },
})
