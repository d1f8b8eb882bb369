import type { Place } from '#main/xml/tree/place.ts'
import type { CheckCode, FaultCode } from '#shared/findings/catalogue.ts'
import type { Owner } from '#shared/model/finding.ts'

/** Whether the bytes a value was read from are covered by a signature of a key we trust. */
export type Trust = 'verified' | 'unverified'

/** What a check points at. */
export interface HasPlace {
  place(): Place
}

interface Evidence {
  readonly trust: Trust
  readonly at?: HasPlace | undefined
  readonly expected?: string | undefined
  readonly actual?: string | undefined
  /** Replaces the catalogue's words where only the check knows. */
  readonly detail?: string | undefined
}

export interface Passed extends Evidence {
  readonly kind: 'passed'
}
/** The check could not run; `detail` says why. */
export interface NotVerified extends Evidence {
  readonly kind: 'not-verified'
  readonly detail: string
}
export interface Fault<Code extends FaultCode = FaultCode> extends Evidence {
  readonly kind: 'fault'
  readonly code: Code
  /** From a catalogue as well, where a provider's own error code says more than ours: who mends it, and how. */
  readonly advice?: { readonly owner: Owner; readonly fix: string } | undefined
}
export type Outcome<Code extends CheckCode = CheckCode> = Passed | NotVerified | Fault<FaultCode<Code>>

/**
 * A check is data and a pure function. It never throws for bad input and never stops the others:
 * the table runs them all.
 */
export interface Check<Subject, Fails extends FaultCode = FaultCode> {
  readonly code: CheckCode
  run(subject: Subject): Passed | NotVerified | Fault<Fails> | readonly (Passed | NotVerified | Fault<Fails>)[]
}

/** What a check of this code may find. */
export type CheckOf<Subject, Code extends CheckCode> = Check<Subject, FaultCode<Code>>
