import type { AssertionValues, Moment } from '#main/saml/identity-provider/response-values.ts'
import type { Fault } from './fault.ts'

const HOUR = 3_600_000

const anHourAgo = <Time extends Moment | undefined>(time: Time) =>
  time instanceof Date ? new Date(time.getTime() - HOUR) : time

/** SAML Core §2.5.1.2; Profiles §4.1.4.3. */
export const expiredResponse: Fault = {
  id: 'expired-response',
  name: 'Expired response',
  does: 'Dates everything back by an hour, as an identity provider does whose clock is slow.',
  teaches: 'Both sides must agree on the time; a response is good for minutes.',
  finding: 'saml.not-on-or-after.expired',
  apply: (response) => ({
    ...response,
    issueInstant: anHourAgo(response.issueInstant),
    assertion: response.assertion && dateBack(response.assertion),
  }),
}

function dateBack(assertion: AssertionValues): AssertionValues {
  const { confirmation, conditions, authnStatement } = assertion
  return {
    ...assertion,
    issueInstant: anHourAgo(assertion.issueInstant),
    confirmation: confirmation && { ...confirmation, ...window(confirmation) },
    conditions: conditions && { ...conditions, ...window(conditions) },
    authnStatement: authnStatement && {
      ...authnStatement,
      instant: anHourAgo(authnStatement.instant),
      sessionNotOnOrAfter: anHourAgo(authnStatement.sessionNotOnOrAfter),
    },
  }
}

const window = ({
  notBefore,
  notOnOrAfter,
}: {
  notBefore?: Moment | undefined
  notOnOrAfter?: Moment | undefined
}) => ({
  notBefore: anHourAgo(notBefore),
  notOnOrAfter: anHourAgo(notOnOrAfter),
})
