import type { Actor } from './audit/record-event.ts'
import type { Tenant } from './installation.ts'

/** One request of the admin API: for which organisation, by whom, when. */
export interface AdminContext {
  readonly tenant: Tenant
  readonly actor: Actor
  readonly now: Date
}
