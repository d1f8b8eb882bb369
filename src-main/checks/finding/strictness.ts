import { faultCodes, faultText } from '#shared/findings/catalogue.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import { makeFinding } from './make-finding.ts'

const policyFaults = new Set<string>(faultCodes.filter((code) => faultText(code).severity === 'policy'))

/** An interop acceptance says what strict would have refused. */
export function withStrictness(
  findings: readonly Finding[],
  mode: JudgingMode,
  check: 'saml.policy' | 'oidc.policy' = 'saml.policy',
): Finding[] {
  if (mode === 'strict') return [...findings]
  const refusedByStrict = findings.filter(({ code }) => policyFaults.has(code))
  if (refusedByStrict.length === 0) return [...findings]
  const actual = [...new Set(refusedByStrict.map(({ code }) => code))].join('\n')
  const outcome = { kind: 'fault', code: `${check}.strict-would-refuse`, trust: 'verified', actual } as const
  return [...findings, makeFinding(check, outcome, { mode, required: new Set() })]
}
