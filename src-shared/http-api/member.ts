import { z } from 'zod'
import { Member } from '../model/tenant.ts'
import { ADMIN_API, route } from './route.ts'

export const listMembers = route({
  method: 'GET',
  path: `${ADMIN_API}/members`,
  summary: 'List the members of the organisation',
  success: { status: 200, body: z.object({ members: z.array(Member), total: z.int() }) },
})
