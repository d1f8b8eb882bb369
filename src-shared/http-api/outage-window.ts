import { z } from 'zod'
import { Instant } from '../model/instant.ts'
import { ADMIN_API, route } from './route.ts'

const path = `${ADMIN_API}/outage-window`

/** While it is open, passwords and links are let in though single sign-on is enforced: the identity provider is down. */
export const OutageWindow = z.object({
  open: z.boolean(),
  openedAt: Instant.nullable(),
  until: Instant.nullable(),
  reason: z.string().nullable(),
})
export type OutageWindow = z.infer<typeof OutageWindow>

const success = { status: 200, body: z.object({ outageWindow: OutageWindow }) } as const

export const getOutageWindow = route({ method: 'GET', path, summary: 'Is an outage window open?', success })
export const openOutageWindow = route({
  method: 'PUT',
  path,
  summary: 'Open an outage window for some time, or move the end of the open one',
  body: z
    .strictObject({ minutes: z.int().min(5).max(4_320), reason: z.string().trim().min(3).max(500) })
    .meta({ examples: [{ minutes: 60, reason: 'Identity provider is down, ticket 4711' }] }),
  success,
})
export const closeOutageWindow = route({ method: 'DELETE', path, summary: 'Close the outage window', success })
