import { expect, test } from 'vitest'
import { runVerdict } from '#renderer/lib/findings/run-verdict.ts'
import { responseVerdictWords } from '#shared/findings/verdict-words.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { aTestRun } from '#test/support/model/a-test-run.ts'

const finding = (title: string, severity: Finding['severity'], rootCause = false): Finding => ({
  code: 'saml.audience.mismatch',
  severity,
  title,
  detail: '',
  rootCause,
  owner: 'idp-admin',
})
const judged = (verdict: ResponseJudgement['verdict'], ...findings: Finding[]) =>
  runVerdict(
    aTestRun({ state: 'judged', judgement: { verdict, identity: null, findings, signatures: [], timing: {} } }),
  )

test('accepted, alone or with warnings, root causes or not', () => {
  expect(judged('accepted')).toEqual({
    severity: 'passed',
    word: responseVerdictWords.accepted.word,
    sentence: responseVerdictWords.accepted.says,
  })
  expect(judged('accepted', finding('SHA-1.', 'warning', true), finding('Soon.', 'warning'))?.sentence).toBe(
    `${responseVerdictWords.accepted.says} There are 2 warnings.`,
  )
})

test('rejected names the gravest root cause and counts the other errors', () => {
  const warning = finding('A warning.', 'warning', true)
  expect(judged('rejected', warning, finding('Wrong audience.', 'error', true))?.sentence).toBe('Wrong audience.')
  const three = ['One.', 'Two.', 'Three.'].map((title) => finding(title, 'error', true))
  expect(judged('rejected', ...three)?.sentence).toBe('One. 2 more things are wrong.')
})

test('undecided is never shown as passed', () => expect(judged('undecided')?.severity).toBe('not-verified'))

test('a run that was stopped or failed says why; one that is going on has no verdict', () => {
  const lost = problem('tenant.not-running')
  expect(runVerdict(aTestRun({ state: 'failed', problem: lost }))).toMatchObject({
    word: 'Failed',
    sentence: lost.what,
  })
  expect(runVerdict(aTestRun({ state: 'stopped' }))).toMatchObject({ word: 'Stopped', severity: 'not-verified' })
  expect(runVerdict(aTestRun())).toBeNull()
})
