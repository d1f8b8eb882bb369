import { checkDomain, listDomains, verifyDomains } from '../http-api/domain.ts'
import { adminCalls } from './admin-calls.ts'

export const domainRoutes = { list: listDomains, verify: verifyDomains, check: checkDomain }
export const domainsIpc = adminCalls(domainRoutes)
