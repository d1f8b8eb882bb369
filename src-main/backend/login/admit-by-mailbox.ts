import type { UserId } from '#shared/model/ids.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { Tenant } from '../installation.ts'
import type { Stores } from '../storage/stores.ts'
import { type Admitted, admit } from './admit.ts'
import { readMailboxFacts } from './read-facts.ts'

export type AdmittedByMailbox =
  | { readonly kind: 'admitted'; readonly userId: UserId }
  | Extract<Outcome, { kind: 'refused' }>

/** Nobody's identity provider speaks for them: they have shown that the address, or its account's password, is theirs. */
export async function admitByMailbox(
  stores: Stores,
  { random }: Pick<Tenant, 'random'>,
  email: string,
  now: Date,
): Promise<AdmittedByMailbox> {
  const facts = await readMailboxFacts(stores, email, now)
  const profile = { email, givenName: null, familyName: null, groups: null }
  const identity = { nameId: '', nameIdFormat: null, profile }
  return withoutOffer(await admit(stores, facts, { connection: undefined, identity, now, random }))
}

/** The new-account screen is for people whom an identity provider knows. */
const withoutOffer = (admitted: Admitted): AdmittedByMailbox =>
  admitted.kind === 'offered' ? { kind: 'refused', because: 'no-account' } : admitted
