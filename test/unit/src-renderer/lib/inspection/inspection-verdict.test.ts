import { describe, expect, test } from 'vitest'
import { holdsKey } from '#renderer/lib/inspection/holds-key.ts'
import { inspectionVerdict } from '#renderer/lib/inspection/inspection-verdict.ts'
import type { Finding } from '#shared/model/finding.ts'
import {
  keyInspection,
  metadataInspection,
  recordingInspection,
  responseInspection,
  textInspection,
} from '#test/support/window/samples/inspections.ts'

const finding = (severity: Finding['severity'], title = 't'): Finding => ({
  code: 'a.b',
  severity,
  title,
  detail: '',
  rootCause: severity === 'error',
  owner: 'idp-admin',
})

describe('one sentence', () => {
  test('says what is wrong first, and how much more', () => {
    const findings = [finding('error', 'One.'), { ...finding('error', 'Two.'), code: 'a.c' }]
    expect(inspectionVerdict({ ...responseInspection(), findings })).toEqual({
      severity: 'error',
      word: 'SAML response',
      sentence: 'One. One more thing is wrong.',
    })
  })

  test('of a recording counts what is faulty inside', () => {
    expect(inspectionVerdict(recordingInspection()).sentence).toBe('Of 2 things found inside, one is faulty.')
  })

  test('never looks passed where something was not verified, or nothing was judged at all', () => {
    const metadata = { ...metadataInspection(), findings: [finding('passed')] }
    expect(inspectionVerdict(metadata).severity).toBe('passed')
    const unsure = { ...metadata, findings: [finding('passed'), finding('not-verified')] }
    expect(inspectionVerdict(unsure).severity).toBe('not-verified')
    expect(inspectionVerdict({ ...metadata, findings: [] }).severity).toBe('info')
    expect(inspectionVerdict(textInspection('x')).severity).toBe('not-verified')
  })
})

test('a private key is known wherever it is', () => {
  expect(holdsKey(keyInspection())).toBe(true)
  expect(holdsKey(recordingInspection())).toBe(false)
  const [part] = recordingInspection().parts
  expect(part && holdsKey({ ...recordingInspection(), parts: [{ ...part, kind: 'private-key' }] })).toBe(true)
})
