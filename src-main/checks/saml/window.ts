import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import type { JudgingPolicy } from '#shared/model/policy.ts'

/** What is called now, and how far clocks may disagree. */
export interface Clock {
  readonly now: Date
  readonly policy: Pick<JudgingPolicy, 'clockSkewSeconds'>
}

/** A moment against our clock: `early` and `late` only beyond the skew allowed. */
export type Moment = 'absent' | 'unreadable' | 'past' | 'future'

/** Is the instant behind us, with the clock skew in favour of `past`? For NotBefore. */
export function momentOfStart(text: string | undefined, { now, policy }: Clock): Moment {
  return momentOf(text, now.getTime() + policy.clockSkewSeconds * 1000)
}

/** Is the instant behind us, with the clock skew in favour of `future`? For NotOnOrAfter: the very instant is too late. */
export function momentOfEnd(text: string | undefined, { now, policy }: Clock): Moment {
  return momentOf(text, now.getTime() - policy.clockSkewSeconds * 1000)
}

function momentOf(text: string | undefined, clock: number): Moment {
  if (text === undefined) return 'absent'
  const time = parseSamlTime(text)
  if (time === undefined) return 'unreadable'
  return time <= clock ? 'past' : 'future'
}

/** Our clock and what is forgiven, for `expected`. */
export const clockText = ({ now, policy }: Clock) => `${now.toISOString()} (±${policy.clockSkewSeconds} s)`

/** How far an instant is from now, in words. */
export function distance(text: string, now: Date): string {
  const time = parseSamlTime(text)
  if (time === undefined) return ''
  const seconds = Math.round(Math.abs(time - now.getTime()) / 1000)
  const amount = amountOf(seconds)
  return time > now.getTime() ? `in ${amount}` : `${amount} ago`
}

/** A length of time in the unit that people would use. */
export function amountOf(seconds: number): string {
  if (seconds < 120) return `${seconds} s`
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} h`
  return `${Math.round(seconds / 86_400)} days`
}
