import type { UserId } from '#shared/model/ids.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { AuditAction } from '../audit/audit-action.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Stores } from '../storage/stores.ts'
import { type Admission, applyOutcome, type SignIn } from './apply-outcome.ts'
import { decideOutcome } from './decide-outcome.ts'
import type { ReadFacts } from './read-facts.ts'

export type Admitted =
  | { readonly kind: 'admitted'; readonly userId: UserId }
  | Extract<Outcome, { kind: 'refused' | 'offered' }>

/**
 * The one door: decides what becomes of the person, and does it, inside the sign-in's transaction. Every way of signing in
 * comes through here, with the proof it has.
 * @param wantsAccount the person was asked, and wants the account that the new-account screen offers
 */
export async function admit(
  stores: Stores,
  facts: ReadFacts,
  signIn: SignIn,
  { wantsAccount = false } = {},
): Promise<Admitted> {
  const decided = decideOutcome(facts)
  const outcome = decided.kind === 'offered' && wantsAccount ? ({ ...decided, kind: 'created' } as const) : decided
  if (outcome.kind === 'refused' || outcome.kind === 'offered') return outcome
  const userId = await applyOutcome(stores, outcome, facts, signIn)
  await recordAdmission(stores, outcome, { userId, ...signIn })
  return { kind: 'admitted', userId }
}

const system = { kind: 'system', id: null } as const

async function recordAdmission(stores: Stores, outcome: Admission, signIn: SignIn & { userId: UserId }): Promise<void> {
  const connection = signIn.connection?.id ?? null
  const record = (action: AuditAction, details: object) =>
    recordEvent(
      stores,
      { actor: system, action, subjectId: signIn.userId, details: { connection, ...details } },
      signIn,
    )
  const { role } = outcome
  if (outcome.kind === 'linked') await record('sso.user.linked', { role })
  if (outcome.kind === 'created') await record('sso.user.created', { role })
  if (outcome.kind === 'invited') await record('sso.invitation.accepted', { role })
  if ('roleBefore' in outcome && outcome.roleBefore !== undefined) {
    await record('sso.user.role-changed', { before: { role: outcome.roleBefore }, after: { role } })
  }
}
