import type { Kysely, Transaction } from 'kysely'
import type { OrganisationId } from '#shared/model/ids.ts'
import type { InTransaction } from './commit-groups.ts'
import { accountOfferStore } from './stores/account-offers.ts'
import { apiKeyStore } from './stores/api-keys.ts'
import { auditStore } from './stores/audit-events.ts'
import { connectionDomainStore } from './stores/connection-domains.ts'
import { connectionStore } from './stores/connections.ts'
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
import { sessionStore } from './stores/sessions.ts'
import { setupLinkStore } from './stores/setup-links.ts'
import { signInAttemptStore } from './stores/sign-in-attempts.ts'
import { signInHandleStore } from './stores/sign-in-handles.ts'
import { signInLinkStore } from './stores/sign-in-links.ts'
import { usedAssertionStore } from './stores/used-assertions.ts'
import { userStore } from './stores/users.ts'
import type { Tables } from './tables.ts'

/** Everything one organisation has. Each query is bound to it when the store is made. */
export interface Stores extends ReturnType<typeof storesOf> {
  /**
   * All of it or nothing of it, and durable when it resolves. What is thrown inside undoes it and comes out unchanged.
   * Use only the stores handed in: the outer ones wait for this transaction to end.
   */
  readonly inTransaction: <Result>(work: (stores: Stores) => Promise<Result>) => Promise<Result>
}

export function openStores(db: Kysely<Tables>, tenant: OrganisationId, inTransaction: InTransaction): Stores {
  return {
    ...storesOf(db, tenant),
    inTransaction: (work) => inTransaction((transaction) => work(storesInside(transaction, tenant))),
  }
}

function storesInside(transaction: Transaction<Tables>, tenant: OrganisationId): Stores {
  const stores: Stores = { ...storesOf(transaction, tenant), inTransaction: (work) => work(stores) }
  return stores
}

const storesOf = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  accountOffers: accountOfferStore(db, tenant),
  apiKeys: apiKeyStore(db, tenant),
  audit: auditStore(db, tenant),
  connectionDomains: connectionDomainStore(db, tenant),
  connections: connectionStore(db, tenant),
  domainProofs: domainProofStore(db, tenant),
  idTokens: idTokenStore(db, tenant),
  identities: identityStore(db, tenant),
  invitations: invitationStore(db, tenant),
  loginFlows: loginFlowStore(db, tenant),
  mails: mailStore(db, tenant),
  organisation: organisationStore(db, tenant),
  outageWindows: outageWindowStore(db, tenant),
  policy: policyStore(db, tenant),
  receipts: receiptStore(db, tenant),
  sessions: sessionStore(db, tenant),
  setupLinks: setupLinkStore(db, tenant),
  signInAttempts: signInAttemptStore(db, tenant),
  signInHandles: signInHandleStore(db, tenant),
  signInLinks: signInLinkStore(db, tenant),
  usedAssertions: usedAssertionStore(db, tenant),
  users: userStore(db, tenant),
})
