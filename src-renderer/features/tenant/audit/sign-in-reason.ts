import { type FaultCode, faultCodes, faultText } from '#shared/findings/catalogue.ts'
import type { SignInAttempt } from '#shared/http-api/sign-in.ts'

const reasons: Readonly<Record<string, string>> = {
  'flow-unknown': 'No sign-in was waiting for this response: it came too late, twice, or unasked.',
  'flow-used': 'The sign-in that this response answers had been finished already.',
  'assertion-used': 'The assertion had been used before.',
  'message-unreadable': 'The response could not be read.',
  'response-refused': 'The response was not accepted.',
  'response-undecided': 'No signature of the response could be verified.',
  'email-missing': 'No e-mail address arrived.',
  'email-outside-domains': 'The e-mail address is not of the connection’s domains.',
  'no-account': 'There is no account, and none is made at sign-in.',
  'invite-needed': 'The invitation has expired or was withdrawn.',
  'single-account': 'No account is made at sign-in for people of other organisations.',
  deactivated: 'The account is deactivated.',
  removed: 'The account was removed.',
}

const isFault = (code: string): code is FaultCode => faultCodes.some((known) => known === code)

/** What was found comes first; what a newer backend says in codes of its own is shown as it is. */
export function reasonSentences({ codes, reason }: Pick<SignInAttempt, 'codes' | 'reason'>): readonly string[] {
  const found = codes.map((code) => (isFault(code) ? faultText(code).title : code))
  if (found.length > 0) return found
  return reason === null ? [] : [reasons[reason] ?? reason]
}
