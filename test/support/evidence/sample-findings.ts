import { type CheckCode, checkText, type FaultCode, faultText } from '#shared/findings/catalogue.ts'
import type { Finding } from '#shared/model/finding.ts'

type More = Partial<Omit<Finding, 'code'>>

export function fault(code: FaultCode, more: More = {}): Finding {
  const { title, detail, owner, fix, reference = 'SAML Core §2.5.1.4' } = faultText(code)
  return { code, severity: 'error', title, detail, owner, fix, reference, rootCause: false, ...more }
}

export function passed(code: CheckCode): Finding {
  const { passed: title, owner, reference } = checkText(code)
  return { code, severity: 'passed', title, detail: '', owner, reference, rootCause: false }
}

export function notVerified(code: CheckCode, detail: string, more: More = {}): Finding {
  const { about, owner, reference } = checkText(code)
  const title = `${about} was not checked.`
  return { code, severity: 'not-verified', title, detail, owner, reference, rootCause: false, ...more }
}
