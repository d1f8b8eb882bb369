import type { AssertionValues, Moment, ResponseValues } from '#main/saml/identity-provider/response-values.ts'

type Window = { readonly notBefore?: Moment | undefined; readonly notOnOrAfter?: Moment | undefined }

/** Every moment by the same amount, as by a clock that is wrong. @param milliseconds ahead */
export function moveTimes(response: ResponseValues, milliseconds: number): ResponseValues {
  const move = <Time extends Moment | undefined>(time: Time) =>
    time instanceof Date ? new Date(time.getTime() + milliseconds) : time
  const window = ({ notBefore, notOnOrAfter }: Window) => ({
    notBefore: move(notBefore),
    notOnOrAfter: move(notOnOrAfter),
  })
  const moved = (assertion: AssertionValues): AssertionValues => {
    const { confirmation, conditions, authnStatement } = assertion
    return {
      ...assertion,
      issueInstant: move(assertion.issueInstant),
      confirmation: confirmation && { ...confirmation, ...window(confirmation) },
      conditions: conditions && { ...conditions, ...window(conditions) },
      authnStatement: authnStatement && {
        ...authnStatement,
        instant: move(authnStatement.instant),
        sessionNotOnOrAfter: move(authnStatement.sessionNotOnOrAfter),
      },
    }
  }
  const { assertion } = response
  return { ...response, issueInstant: move(response.issueInstant), assertion: assertion && moved(assertion) }
}
