import { getLicence, putLicence } from '../http-api/licence.ts'
import { changeOrganisation, getOrganisation } from '../http-api/organisation.ts'
import { adminCalls } from './admin-calls.ts'

export const organisationRoutes = {
  get: getOrganisation,
  change: changeOrganisation,
  licence: getLicence,
  putLicence,
}
export const organisationIpc = adminCalls(organisationRoutes)
