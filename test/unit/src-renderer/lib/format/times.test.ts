import { describe, expect, test } from 'vitest'
import { certificateValidity } from '#renderer/lib/format/certificate-validity.ts'
import { duration } from '#renderer/lib/format/duration.ts'
import { exactDay, exactTime } from '#renderer/lib/format/exact-time.ts'
import { relativeTime } from '#renderer/lib/format/relative-time.ts'

const now = new Date('2026-11-22T08:00:00.000Z')

test.each([
  ['2026-11-22T08:00:44.000Z', 'just now'],
  ['2026-11-22T07:59:16.000Z', 'just now'],
  ['2026-11-22T07:59:15.000Z', '1 minute ago'],
  ['2026-11-22T08:59:59.000Z', 'in 59 minutes'],
  ['2026-11-22T05:00:00.000Z', '3 hours ago'],
  ['2026-12-15T09:00:00.000Z', 'in 23 days'],
  ['2027-03-22T08:00:00.000Z', 'in 3 months'],
  ['2024-06-01T08:00:00.000Z', '2 years ago'],
])('%s is %s', (instant, expected) => expect(relativeTime(new Date(instant), now)).toBe(expected))

test.each([
  [420, '0.42 s'],
  [12_340, '12.3 s'],
  [125_900, '2 min 5 s'],
])('%d ms is %s', (milliseconds, expected) => expect(duration(milliseconds)).toBe(expected))

test('the exact time names its zone', () => {
  expect(exactTime(now, 'UTC')).toBe('22 Nov 2026, 08:00:00 UTC')
  expect(exactDay(now, 'UTC')).toBe('22 Nov 2026')
})

describe('a certificate', () => {
  test.each([
    ['2026-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z', 'valid', 'expires in 13 months'],
    ['2026-01-01T00:00:00.000Z', '2026-12-21T08:00:00.000Z', 'soon', 'expires in 29 days'],
    ['2026-01-01T00:00:00.000Z', '2026-11-22T08:00:00.000Z', 'expired', 'expired just now'],
    ['2026-01-01T00:00:00.000Z', '2026-11-19T08:00:00.000Z', 'expired', 'expired 3 days ago'],
    ['2026-11-23T09:00:00.000Z', '2028-01-01T00:00:00.000Z', 'early', 'valid in 1 day'],
  ])('from %s to %s', (notBefore, notAfter, state, says) =>
    expect(certificateValidity({ notBefore, notAfter }, now)).toEqual({ state, says }),
  )
})
