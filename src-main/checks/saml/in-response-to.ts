import type { HasPlace, Outcome, Trust } from '../finding/outcome.ts'
import { onResponse } from '../reading/on-assertion.ts'
import type { Solicitation } from '../response-context.ts'

type Case = 'mismatch' | 'missing' | 'unsolicited' | 'fits'

/** What an InResponseTo is to the login it arrived in (SAML Profiles §4.1.4.2, §4.1.5). */
export function compareRequest(inResponseTo: string | undefined, solicitation: Solicitation): Case {
  if (solicitation.kind === 'idp-initiated') return inResponseTo === undefined ? 'fits' : 'unsolicited'
  if (inResponseTo === undefined) return 'missing'
  return inResponseTo === solicitation.requestId ? 'fits' : 'mismatch'
}

export const expectedRequest = (solicitation: Solicitation) =>
  solicitation.kind === 'requested' ? solicitation.requestId : 'no request'

export const unknownSolicitation = (trust: Trust, at: HasPlace): Outcome<never> => ({
  kind: 'not-verified',
  trust,
  at,
  detail: 'It was not said whether this login was asked for.',
})

/** On an unsigned Response it may be left out: the confirmation's own InResponseTo is the one that counts. */
export const responseAnswersRequest = onResponse(
  'saml.in-response-to',
  ({ inResponseTo, view }, { solicitation }, trust) => {
    if (solicitation === undefined) return unknownSolicitation(trust, view)
    const found = compareRequest(inResponseTo, solicitation)
    if (found === 'fits' || (found === 'missing' && trust === 'unverified')) {
      return { kind: 'passed', trust, at: view, actual: inResponseTo }
    }
    return {
      kind: 'fault',
      code: `saml.in-response-to.${found}`,
      trust,
      at: view,
      expected: expectedRequest(solicitation),
      actual: inResponseTo,
    }
  },
)
