import { z } from 'zod'
import { DirectoryId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { ListQuery, listAnswer } from './list.ts'
import { ADMIN_API, route } from './route.ts'

/** Whoever tells of people by signed webhooks (S31). */
export const Directory = z.object({
  id: DirectoryId,
  name: z.string(),
  /** Where it posts to. */
  webhookUrl: z.url(),
  createdAt: Instant,
})
export type Directory = z.infer<typeof Directory>

const NewDirectory = z
  .strictObject({ name: z.string().trim().min(1).max(100) })
  .meta({ examples: [{ name: 'Directory of Acme' }] })
const directories = `${ADMIN_API}/directories`
const shared = { scope: 'members:update' } as const

export const createDirectory = route({
  ...shared,
  method: 'POST',
  path: directories,
  summary: 'Make a directory that sends SCIM events as signed webhooks',
  body: NewDirectory,
  success: {
    status: 201,
    body: z.object({
      directory: Directory,
      /** `whsec_` and 256 bits in Base64; answered this once. Signs `id.timestamp.body` with HMAC-SHA256. */
      secret: z.string(),
    }),
  },
})
export const listDirectories = route({
  ...shared,
  method: 'GET',
  path: directories,
  summary: 'List directories',
  query: ListQuery,
  success: { status: 200, body: listAnswer({ directories: z.array(Directory) }) },
})
export const deleteDirectory = route({
  ...shared,
  method: 'DELETE',
  path: `${directories}/:id`,
  summary: 'Delete a directory: its events are refused from now on',
  params: z.object({ id: DirectoryId }),
  success: { status: 200, body: z.object({ message: z.string() }) },
})
