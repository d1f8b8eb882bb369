import { z } from 'zod'
import { Member, TenantStatus } from '../model/tenant.ts'
import { call, event, Nothing } from './declare.ts'

export const tenantIpc = {
  status: call(Nothing, TenantStatus),
  start: call(Nothing, TenantStatus),
  stop: call(Nothing, TenantStatus),
  members: call(Nothing, z.array(Member)),
  /** Opens the backend's own sign-in page in a window of its own: a real sign-in. */
  openSignIn: call(Nothing, Nothing),
  changed: event(TenantStatus),
}
