import { z } from 'zod'
import { Domain } from '../model/domain.ts'
import { OrganisationId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { ADMIN_API, route } from './route.ts'
import { Version } from './version.ts'

export const Organisation = z.object({
  id: OrganisationId,
  name: z.string(),
  /** E-mail domains its providers may claim; empty: any. */
  allowedDomains: z.array(z.string()),
  createdAt: Instant,
  version: Version,
})
export type Organisation = z.infer<typeof Organisation>

const path = `${ADMIN_API}/organisation`
const OneOrganisation = z.object({ organisation: Organisation })

export const getOrganisation = route({
  method: 'GET',
  path,
  summary: 'Read the organisation',
  withoutLicence: true,
  versioned: 'organisation',
  success: { status: 200, body: OneOrganisation },
})
export const changeOrganisation = route({
  method: 'PATCH',
  path,
  summary: 'Rename the organisation, or set its allowed e-mail domains',
  withoutLicence: true,
  body: z
    .strictObject({
      name: z.string().trim().min(1).max(200).optional(),
      allowedDomains: z.array(Domain).max(500).optional(),
    })
    .meta({ examples: [{ name: 'Acme Ltd' }, { allowedDomains: ['acme.example', 'engineering.acme.example'] }] }),
  versioned: 'organisation',
  heedsVersion: true,
  success: { status: 200, body: OneOrganisation },
})
