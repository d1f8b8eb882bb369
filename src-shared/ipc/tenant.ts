import { z } from 'zod'
import { TenantStatus } from '../model/tenant.ts'
import { call, event, Nothing } from './declare.ts'

export const tenantIpc = {
  status: call(Nothing, TenantStatus),
  /** Starts the bundled backend, or connects again to the remote one in use. */
  start: call(Nothing, TenantStatus),
  stop: call(Nothing, TenantStatus),
  /** Uses a backend elsewhere from now on. The key is tried, sealed on this computer, and never answered. */
  connect: call(z.object({ url: z.string(), apiKey: z.string(), certificateAuthority: z.string() }), TenantStatus),
  /** Uses the bundled backend again and deletes the remote one's key. */
  forgetRemote: call(Nothing, TenantStatus),
  /** Opens the backend's own sign-in page in a window of its own: a real sign-in. */
  openSignIn: call(Nothing, Nothing),
  changed: event(TenantStatus),
}
