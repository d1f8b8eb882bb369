import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import type { Check, CheckOf } from '../finding/outcome.ts'
import type { ResponseSubject } from '../reading/response-subject.ts'
import { userHasSignedIn } from './authn-statement.ts'
import { validityHasBegun, validityHasNotEnded } from './conditions.ts'
import { confirmationIsInTime } from './confirmation.ts'
import { responseIsFresh } from './issue-instant.ts'
import { amountOf, clockText } from './window.ts'

/** Every check that compares a time of theirs with ours. */
const timeChecks: readonly Check<ResponseSubject>[] = [
  responseIsFresh,
  confirmationIsInTime,
  validityHasBegun,
  validityHasNotEnded,
  userHasSignedIn,
]

/**
 * The identity provider's clock, measured: it issued the response after we asked and before we received it, so what it called that
 * moment bounds how far its clock is from ours. Where several times are wrong and none would be by its own clock, the clock is what is
 * wrong. One time alone that does not fit proves nothing of a clock.
 */
export const clocksAgree: CheckOf<ResponseSubject, 'saml.clock'> = {
  code: 'saml.clock',
  run(subject) {
    const { element, trust } = issuedBy(subject)
    const issued = parseSamlTime(element.issueInstant ?? '')
    const at = element.view
    if (issued === undefined) return { kind: 'not-verified', trust, at, detail: 'The time of issue cannot be read.' }
    const { context } = subject
    const bounds = boundsOf(issued, subject)
    const offset = certain(bounds)
    const evidence = { trust, at, expected: clockText(context), actual: inWords(bounds) }
    if (Math.abs(offset) <= context.policy.clockSkewSeconds * 1000) return { kind: 'passed', ...evidence }
    if (faultsAt(subject, 0) < 2 || faultsAt(subject, offset) > 0)
      return { kind: 'fault', code: 'saml.clock.differs', ...evidence }
    return { kind: 'fault', code: offset > 0 ? 'saml.clock.ahead' : 'saml.clock.behind', ...evidence }
  },
}

/** What a signature vouches for counts first: anyone could date the rest anew. */
const issuedBy = ({ response, assertion }: ResponseSubject) =>
  response.trust === 'unverified' && assertion?.trust === 'verified' ? assertion : response

/** Milliseconds by which their clock is ahead of ours; `most` is infinite where nobody knows when we asked. */
interface Bounds {
  readonly least: number
  readonly most: number
}

function boundsOf(issued: number, { context: { now, solicitation } }: ResponseSubject): Bounds {
  const sentAt = solicitation?.kind === 'requested' ? solicitation.sentAt : undefined
  return {
    least: issued - now.getTime(),
    most: sentAt === undefined ? Number.POSITIVE_INFINITY : issued - sentAt.getTime(),
  }
}

/** What is certain: nothing where the bounds allow that both clocks agree. */
const certain = ({ least, most }: Bounds) => (least > 0 ? least : Math.min(most, 0))

function inWords(bounds: Bounds): string {
  const offset = certain(bounds)
  if (offset !== 0) return `at least ${amount(offset)} ${offset > 0 ? 'ahead of' : 'behind'} ours`
  const behind = `at most ${amount(bounds.least)} behind ours`
  return bounds.most === Number.POSITIVE_INFINITY ? behind : `${behind}, at most ${amount(bounds.most)} ahead`
}

const amount = (milliseconds: number) => amountOf(Math.round(Math.abs(milliseconds) / 1000))

function faultsAt(subject: ResponseSubject, offset: number): number {
  const { context } = subject
  const shifted = { ...subject, context: { ...context, now: new Date(context.now.getTime() + offset) } }
  return timeChecks.filter(({ run }) => [run(shifted)].flat().some(({ kind }) => kind === 'fault')).length
}
