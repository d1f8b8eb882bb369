import { z } from 'zod'
import { OrganisationId } from '../model/ids.ts'
import { ADMIN_API, route } from './route.ts'

const path = `${ADMIN_API}/enforcement`
export const Enforcement = z.object({ enforced: z.boolean(), orgId: OrganisationId })

export const getEnforcement = route({
  method: 'GET',
  path,
  summary: 'Is single sign-on enforced?',
  success: { status: 200, body: Enforcement },
})
export const setEnforcement = route({
  method: 'PUT',
  path,
  summary: 'Enforce single sign-on, or stop enforcing it',
  body: z.strictObject({ enforced: z.boolean() }),
  success: { status: 200, body: Enforcement },
})
