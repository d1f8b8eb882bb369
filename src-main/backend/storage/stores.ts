import type { Kysely, Transaction } from 'kysely'
import type { ConnectionId, OrganisationId } from '#shared/model/ids.ts'
import type { InTransaction } from './commit-groups.ts'
import { accountOfferStore } from './stores/account-offers.ts'
import { apiKeyStore } from './stores/api-keys.ts'
import { auditStore } from './stores/audit-events.ts'
import { connectionDomainStore } from './stores/connection-domains.ts'
import { connectionStore } from './stores/connections.ts'
import { directoryStore } from './stores/directories.ts'
import { domainProofStore } from './stores/domain-proofs.ts'
import { idTokenStore } from './stores/id-tokens.ts'
import { identityStore } from './stores/identities.ts'
import { invitationStore } from './stores/invitations.ts'
import { loginFlowStore } from './stores/login-flows.ts'
import { mailStore } from './stores/mails.ts'
import { organisationStore } from './stores/organisation.ts'
import { outageWindowStore } from './stores/outage-windows.ts'
import { policyStore } from './stores/policy.ts'
import { receiptStore } from './stores/receipts.ts'
import { scimGroupStore } from './stores/scim-groups.ts'
import { scimUserStore } from './stores/scim-users.ts'
import { sessionStore } from './stores/sessions.ts'
import { setupLinkStore } from './stores/setup-links.ts'
import { signInAttemptStore } from './stores/sign-in-attempts.ts'
import { signInHandleStore } from './stores/sign-in-handles.ts'
import { signInLinkStore } from './stores/sign-in-links.ts'
import { usedAssertionStore } from './stores/used-assertions.ts'
import { userStore } from './stores/users.ts'
import type { Tables } from './tables.ts'

const makers = {
  accountOffers: accountOfferStore,
  apiKeys: apiKeyStore,
  audit: auditStore,
  connectionDomains: connectionDomainStore,
  connections: connectionStore,
  directories: directoryStore,
  domainProofs: domainProofStore,
  idTokens: idTokenStore,
  identities: identityStore,
  invitations: invitationStore,
  loginFlows: loginFlowStore,
  mails: mailStore,
  organisation: organisationStore,
  outageWindows: outageWindowStore,
  policy: policyStore,
  receipts: receiptStore,
  scimGroups: scimGroupStore,
  scimUsers: scimUserStore,
  sessions: sessionStore,
  setupLinks: setupLinkStore,
  signInAttempts: signInAttemptStore,
  signInHandles: signInHandleStore,
  signInLinks: signInLinkStore,
  usedAssertions: usedAssertionStore,
  users: userStore,
}
type Makers = typeof makers
type EachStore = { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> }

/** Everything one organisation has. Each query is bound to it when the store is made. */
export interface Stores extends EachStore {
  /**
   * All of it or nothing of it, and durable when it resolves. What is thrown inside undoes it and comes out unchanged.
   * Use only the stores handed in: the outer ones wait for this transaction to end.
   */
  readonly inTransaction: <Result>(work: (stores: Stores) => Promise<Result>) => Promise<Result>
  /**
   * The one way from an organisation to another's data, for whoever proved a domain that the other only claimed. In a
   * transaction the other's stores are in the same one.
   */
  readonly otherClaimant: (domain: string) => Promise<OtherClaimant | undefined>
}

export interface OtherClaimant {
  readonly connectionId: ConnectionId
  /** Of the other organisation. */
  readonly stores: Stores
}

export const openStores = (db: Kysely<Tables>, tenant: OrganisationId, inTransaction: InTransaction): Stores =>
  bind(
    db,
    tenant,
    (work) => inTransaction((transaction) => work(storesInside(transaction, tenant))),
    (other) => openStores(db, other, inTransaction),
  )

function storesInside(transaction: Transaction<Tables>, tenant: OrganisationId): Stores {
  const stores: Stores = bind(
    transaction,
    tenant,
    (work) => work(stores),
    (other) => storesInside(transaction, other),
  )
  return stores
}

function bind(
  db: Kysely<Tables>,
  tenant: OrganisationId,
  inTransaction: Stores['inTransaction'],
  storesOf: (other: OrganisationId) => Stores,
): Stores {
  const bound = Object.create(eachStore) as Bound & Stores
  const otherClaimant: Stores['otherClaimant'] = async (domain) => {
    const found = await bound.connectionDomains.otherClaimant(domain)
    return found && { connectionId: found.connectionId, stores: storesOf(found.organisationId) }
  }
  return Object.assign(bound, { db, tenant, made: {}, inTransaction, otherClaimant })
}

interface Bound {
  readonly db: Kysely<Tables>
  readonly tenant: OrganisationId
  readonly made: Record<string, unknown>
}

/** A sign-in needs few of the stores: each is made when it is asked for. */
const eachStore = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.entries(makers).map(([name, make]) => [
      name,
      {
        get(this: Bound) {
          this.made[name] ??= make(this.db, this.tenant)
          return this.made[name]
        },
      },
    ]),
  ),
)
