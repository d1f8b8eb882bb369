import { expect, test } from 'vitest'
import { groupFindings } from '#shared/findings/group-findings.ts'
import type { Finding } from '#shared/model/finding.ts'

const finding = (code: string, severity: Finding['severity'], more: Partial<Finding> = {}): Finding => ({
  code,
  severity,
  title: code,
  detail: '',
  rootCause: false,
  owner: 'idp-admin',
  ...more,
})

test('causes come gravest first with their consequences; the rest by severity; none is lost', () => {
  const findings = [
    finding('passed', 'passed'),
    finding('expiring', 'warning', { rootCause: true }),
    finding('follows-1', 'error', { causedBy: 'wrong-key' }),
    finding('wrong-key', 'error', { rootCause: true }),
    finding('follows-2', 'not-verified', { causedBy: 'wrong-key' }),
    finding('orphan', 'error', { causedBy: 'nobody' }),
    finding('note', 'info'),
    finding('unknown', 'not-verified'),
  ]
  const { causes, rest } = groupFindings(findings)
  const codes = (list: readonly Finding[]) => list.map(({ code }) => code)
  expect(causes.map(({ cause, consequences }) => [cause.code, codes(consequences)])).toEqual([
    ['wrong-key', ['follows-1', 'follows-2']],
    ['expiring', []],
  ])
  expect(Object.fromEntries(Object.entries(rest).map(([severity, list]) => [severity, codes(list)]))).toEqual({
    error: ['orphan'],
    warning: [],
    'not-verified': ['unknown'],
    info: ['note'],
    passed: ['passed'],
  })
})

test('two root causes of one code each stay, and share no consequence', () => {
  const twice = finding('same', 'error', { rootCause: true })
  const { causes } = groupFindings([twice, { ...twice }, finding('follows', 'error', { causedBy: 'same' })])
  expect(causes.map(({ consequences }) => consequences.length)).toEqual([1, 0])
})
