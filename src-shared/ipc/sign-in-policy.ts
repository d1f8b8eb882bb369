import { getEnforcement, setEnforcement, simulateEnforcement } from '../http-api/enforcement.ts'
import { closeOutageWindow, getOutageWindow, openOutageWindow } from '../http-api/outage-window.ts'
import { changePolicy, getPolicy } from '../http-api/policy.ts'
import { adminCalls } from './admin-calls.ts'

export const signInPolicyRoutes = {
  get: getPolicy,
  change: changePolicy,
  enforcement: getEnforcement,
  setEnforcement,
  /** Who could still sign in if it were enforced now; changes nothing. */
  simulate: simulateEnforcement,
  outageWindow: getOutageWindow,
  openOutageWindow,
  closeOutageWindow,
}
export const signInPolicyIpc = adminCalls(signInPolicyRoutes)
