import { createSetupLink, getSetupLink, revokeSetupLink } from '../http-api/setup-link.ts'
import { adminCalls } from './admin-calls.ts'

export const setupLinkRoutes = { get: getSetupLink, create: createSetupLink, revoke: revokeSetupLink }
export const setupLinkIpc = adminCalls(setupLinkRoutes)
