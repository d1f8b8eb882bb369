import { randomBytes } from 'node:crypto'
import { openStorage } from '#main/backend/storage/open-storage.ts'
import type { Stores } from '#main/backend/storage/stores.ts'
import { ConnectionId, ID_BYTES, makeId, OrganisationId, UserId } from '#shared/model/ids.ts'
import { defaultOrganisationPolicy } from '#shared/model/organisation-policy.ts'

/** How much there is beside the one organisation and connection that is signed in to. */
export interface Population {
  /** Of that organisation: `person-0@acme.example` and on. They have all signed in before: a first time is more work. */
  readonly users: number
  /** Others, each with a person and a provider of its own. */
  readonly organisations: number
}

const AT_ONCE = 1_000
const at = '2026-01-01T00:00:00.000Z'
const id = () => randomBytes(ID_BYTES)

/** Writes it beside the running backend. */
export async function populate(
  folder: string,
  tenant: OrganisationId,
  { users, organisations, connectionId }: Population & { readonly connectionId: ConnectionId },
) {
  const storage = await openStorage(folder)
  try {
    const ours = storage.openStores(tenant)
    for (let first = 0; first < users; first += AT_ONCE) {
      await ours.inTransaction(async (stores) => {
        for (let index = first; index < Math.min(users, first + AT_ONCE); index += 1) {
          const nameId = `person-${index}@acme.example`
          const userId = await addUser(stores, nameId)
          await stores.identities.add({ connectionId, nameId, userId, createdAt: at })
        }
      })
    }
    for (let first = 0; first < organisations; first += AT_ONCE) {
      const count = Math.min(AT_ONCE, organisations - first)
      // Asked for at once, they are committed together.
      await Promise.all(
        Array.from({ length: count }, (_, index) => {
          const other = storage.openStores(makeId(OrganisationId, 'org', id()))
          return other.inTransaction((stores) => addOrganisation(stores, first + index))
        }),
      )
    }
  } finally {
    await storage.close()
  }
}

async function addUser(stores: Stores, email: string): Promise<UserId> {
  const userId = makeId(UserId, 'user', id())
  await stores.users.add(
    {
      ...{ id: userId, email, givenName: 'Ada', familyName: 'Lovelace' },
      ...{ role: 'member', status: 'active', createdAt: at, lastSignInAt: null },
    },
    null,
  )
  return userId
}

async function addOrganisation(stores: Stores, index: number): Promise<void> {
  const domain = `company-${index}.example`
  await stores.organisation.add({ name: domain, plan: 'enterprise', customer: domain, createdAt: at })
  await stores.policy.add({ ...defaultOrganisationPolicy, ssoEnforced: false })
  await addUser(stores, `owner@${domain}`)
  const connection = makeId(ConnectionId, 'conn', id())
  await stores.connections.add({
    ...{ id: connection, type: 'saml', state: 'published', issuer: domain, enabled: true, config: {} },
    ...{ clientSecretSealed: null, clientSecretVersion: null, spCertificate: null, spPrivateKeySealed: null },
    ...{ inheritsDomains: false, configuredAt: at, createdAt: at, updatedAt: at },
  })
  await stores.connectionDomains.replace(connection, [domain], true)
}
