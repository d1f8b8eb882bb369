import { z } from 'zod'
import { LicenceState } from '../model/licence.ts'
import { ADMIN_API, route } from './route.ts'

const path = `${ADMIN_API}/licence`
/** In characters; a licence file has some three hundred. */
export const MAXIMUM_LICENCE_LENGTH = 10_000

const success = { status: 200, body: z.object({ licence: LicenceState }) } as const

export const getLicence = route({
  method: 'GET',
  path,
  summary: 'Read the licence and whether it is active',
  withoutLicence: true,
  success,
})
export const putLicence = route({
  method: 'PUT',
  path,
  summary: 'Hand in a licence file that the operator signed',
  withoutLicence: true,
  body: z.strictObject({ licence: z.string().min(2).max(MAXIMUM_LICENCE_LENGTH) }).meta({
    examples: [{ licence: '{"organisation":"org_…","plan":"enterprise","expiresAt":"2027-11-22T00:00:00.000Z",…}' }],
  }),
  success,
})
