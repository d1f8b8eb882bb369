import { z } from 'zod'
import { OrganisationPolicy } from '../model/organisation-policy.ts'
import { ADMIN_API, route } from './route.ts'
import { Version } from './version.ts'

const path = `${ADMIN_API}/policy`
const OnePolicy = z.object({ policy: OrganisationPolicy.extend({ version: Version }) })

export const getPolicy = route({
  method: 'GET',
  path,
  summary: 'Read the settings of sign-in',
  versioned: 'policy',
  success: { status: 200, body: OnePolicy },
})
export const changePolicy = route({
  method: 'PATCH',
  path,
  summary: 'Change settings of sign-in; what is left out stays as it is',
  body: OrganisationPolicy.partial()
    .strict()
    .meta({ examples: [{ jitEnabled: false, defaultRole: 'viewer' }] }),
  versioned: 'policy',
  heedsVersion: true,
  success: { status: 200, body: OnePolicy },
})
