import type { SubjectConfirmationElement } from '#main/saml/element/subject.ts'
import type { Outcome, Trust } from '../finding/outcome.ts'
import type { ResponseContext } from '../response-context.ts'
import { compareRequest, expectedRequest, unknownSolicitation } from './in-response-to.ts'
import { clockText, distance, momentOfEnd, momentOfStart } from './window.ts'

type Judge<Code extends 'saml.recipient' | 'saml.confirmation-time' | 'saml.confirmation-request'> = (
  confirmation: SubjectConfirmationElement,
  context: ResponseContext,
  trust: Trust,
) => Outcome<Code>

/** Exactly our ACS URL (SAML Profiles §4.1.4.2). */
export const judgeRecipient: Judge<'saml.recipient'> = ({ data, view }, { serviceProvider }, trust) => {
  const { acsUrl } = serviceProvider
  const at = data?.view ?? view
  const recipient = data?.recipient
  if (recipient === undefined || recipient === '')
    return { kind: 'fault', code: 'saml.recipient.missing', trust, at, expected: acsUrl }
  if (acsUrl === undefined)
    return { kind: 'not-verified', trust, at, actual: recipient, detail: 'Our ACS URL was not given.' }
  if (recipient === acsUrl) return { kind: 'passed', trust, at, actual: recipient }
  return { kind: 'fault', code: 'saml.recipient.mismatch', trust, at, expected: acsUrl, actual: recipient }
}

/** Must end; a start is not foreseen for bearers but obeyed where there is one (SAML Profiles §4.1.4.2). */
export const judgeConfirmationTime: Judge<'saml.confirmation-time'> = ({ data, view }, context, trust) => {
  const at = data?.view ?? view
  const { notOnOrAfter, notBefore } = data ?? {}
  const end = momentOfEnd(notOnOrAfter, context)
  const start = momentOfStart(notBefore, context)
  if (notOnOrAfter === undefined) return { kind: 'fault', code: 'saml.confirmation-time.no-end', trust, at }
  if (end === 'unreadable')
    return { kind: 'fault', code: 'saml.confirmation-time.unreadable', trust, at, actual: notOnOrAfter }
  if (start === 'unreadable')
    return { kind: 'fault', code: 'saml.confirmation-time.unreadable', trust, at, actual: notBefore }
  const evidence = {
    trust,
    at,
    expected: clockText(context),
    actual: `until ${notOnOrAfter} (${distance(notOnOrAfter, context.now)})`,
  }
  if (end === 'past') return { kind: 'fault', code: 'saml.confirmation-time.expired', ...evidence }
  if (start === 'future') {
    return { kind: 'fault', code: 'saml.confirmation-time.too-early', ...evidence, actual: `from ${notBefore}` }
  }
  return { kind: 'passed', ...evidence }
}

export const judgeConfirmationRequest: Judge<'saml.confirmation-request'> = (
  { data, view },
  { solicitation },
  trust,
) => {
  const at = data?.view ?? view
  if (solicitation === undefined) return unknownSolicitation(trust, at)
  const actual = data?.inResponseTo
  const found = compareRequest(actual, solicitation)
  if (found === 'fits') return { kind: 'passed', trust, at, actual }
  return {
    kind: 'fault',
    code: `saml.confirmation-request.${found}`,
    trust,
    at,
    expected: expectedRequest(solicitation),
    actual,
  }
}
