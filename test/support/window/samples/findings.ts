import { type CheckCode, checkCatalogue, type FaultCode, faultText } from '#shared/findings/catalogue.ts'
import type { Finding } from '#shared/model/finding.ts'

/** Where in the message something stands: the first occurrence of a text. */
export function placeOf(xml: string, text: string, path: string): Pick<Finding, 'location'> {
  const before = xml.slice(0, xml.indexOf(text)).split('\n')
  const line = before.length
  return { location: { document: 'message', path, line, column: (before.at(-1) ?? '').length + 1 } }
}

/** A fault in the catalogue's own words. */
export function fault<Code extends CheckCode>(
  check: Code,
  code: FaultCode<Code>,
  more: Partial<Finding> = {},
): Finding {
  const { severity, title, detail, owner, fix, reference } = faultText(code)
  return {
    code,
    severity: severity === 'warning' || severity === 'policy' ? 'warning' : severity === 'info' ? 'info' : 'error',
    title,
    detail,
    owner,
    fix,
    reference: reference ?? checkCatalogue[check].reference,
    rootCause: false,
    ...more,
  }
}

export function notVerified(check: CheckCode, detail: string): Finding {
  const { about, owner, reference } = checkCatalogue[check]
  return {
    code: check,
    severity: 'not-verified',
    title: `${about} was not checked.`,
    detail,
    owner,
    reference,
    rootCause: false,
  }
}

function passed(check: CheckCode): Finding {
  const { passed: title, owner, reference } = checkCatalogue[check]
  return { code: check, severity: 'passed', title, detail: '', owner, reference, rootCause: false }
}

/** Those given, and every other check passed. A fault's code begins with its check's. */
export function findingsWith(...given: readonly Finding[]): Finding[] {
  const isJudged = (check: string) => given.some(({ code }) => code === check || code.startsWith(`${check}.`))
  const rest = (Object.keys(checkCatalogue) as CheckCode[]).filter((check) => !isJudged(check))
  return [...given, ...rest.map(passed)]
}
