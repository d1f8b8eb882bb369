import type { Directory } from '#shared/http-api/directory.ts'
import { DirectoryId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Tenant } from '../installation.ts'
import { byCreation, pageOf } from '../lists/page-of.ts'
import { Refused } from '../refusals/refused.ts'
import type { SecretPlace } from '../secrets/sealer.ts'
import { TOKEN_BYTES } from '../secrets/tokens.ts'
import type { DirectoryRecord } from '../storage/stores/directories.ts'

export const WEBHOOK_PATH = '/webhooks/scim'

export const secretPlace = ({ id: tenant }: Pick<Tenant, 'id'>, record: DirectoryId): SecretPlace => ({
  tenant,
  record,
  column: 'webhook_secret',
})

/** @returns the secret this once: sealed, it is kept to verify with */
export async function createDirectory(
  { tenant, actor, now }: AdminContext,
  { name }: { name: string },
): Promise<{ directory: Directory; secret: string }> {
  const id = makeId(DirectoryId, 'dir', tenant.random(ID_BYTES))
  const secret = Buffer.from(tenant.random(TOKEN_BYTES))
  const secretSealed = tenant.sealer.seal(secretPlace(tenant, id), secret)
  const record: DirectoryRecord = { id, name, secretSealed, createdAt: now.toISOString() }
  await tenant.stores.inTransaction(async (stores) => {
    await stores.directories.add(record)
    const happening = { actor, action: 'sso.directory.created', subjectId: id, details: { after: { name } } } as const
    await recordEvent(stores, happening, { ...tenant, now })
  })
  return { directory: present(record, tenant), secret: `whsec_${secret.toString('base64')}` }
}

/** @throws {Refused} `request.cursor` */
export async function listDirectories(
  { tenant }: AdminContext,
  asked: { readonly limit: number; readonly cursor?: string | undefined },
) {
  const { directories } = tenant.stores
  const { rows, next } = await pageOf(asked, (page) => directories.list(page), byCreation)
  return { directories: rows.map((one) => present(one, tenant)), total: await directories.count(), ...next }
}

/** @throws {Refused} `directory.not-found` */
export function deleteDirectory({ tenant, actor, now }: AdminContext, id: DirectoryId): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    if (!(await stores.directories.remove(id))) throw new Refused('directory.not-found')
    await recordEvent(stores, { actor, action: 'sso.directory.deleted', subjectId: id }, { ...tenant, now })
    return { message: 'Directory deleted.' }
  })
}

const present = ({ id, name, createdAt }: DirectoryRecord, { publicUrl }: Pick<Tenant, 'publicUrl'>): Directory => ({
  ...{ id, name, createdAt },
  webhookUrl: `${publicUrl}${WEBHOOK_PATH}/${id}`,
})
