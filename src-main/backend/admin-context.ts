import type { UserId } from '#shared/model/ids.ts'
import type { Actor } from './audit/record-event.ts'
import type { Tenant } from './installation.ts'

/** One request of the admin API: for which organisation, by whom, when. */
export interface AdminContext {
  readonly tenant: Tenant
  readonly actor: Actor
  /** What the actor may do: an API key does what owners do, within its scopes. */
  readonly role: 'owner' | 'admin'
  /** The person behind it: who is signed in, or who made the API key; null for the first key. */
  readonly person: UserId | null
  readonly now: Date
  /** The If-Match field as it came; undefined where none did. */
  readonly ifMatch?: string | undefined
}
