import { describe, expect, test } from 'vitest'
import { parseInstant } from '#main/cli/options/instant.ts'
import { repeated } from '#main/cli/options/repeated.ts'
import { port, seconds } from '#main/cli/options/whole-number.ts'
import { UsageError } from '#main/cli/process/usage-error.ts'

describe('a moment', () => {
  test.each([
    ['2026-11-22T08:00:00Z', '2026-11-22T08:00:00.000Z'],
    ['2026-11-22T08:00:00.5Z', '2026-11-22T08:00:00.500Z'],
    ['2026-11-22t08:00:00z', '2026-11-22T08:00:00.000Z'],
    ['2026-11-22T08:00:00+05:30', '2026-11-22T02:30:00.000Z'],
    ['2028-02-29T23:59:59-01:00', '2028-03-01T00:59:59.000Z'],
  ])('%s', (text, instant) => expect(parseInstant(text).toISOString()).toBe(instant))

  test.each([
    '',
    'now',
    '2026-11-22',
    '2026-11-22T08:00Z',
    '2026-11-22T08:00:00',
    '2026-11-22 08:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-11-22T25:00:00Z',
    '2026-11-22T08:00:00+25:00',
    '1763798400',
  ])('%j is refused', (text) => expect(() => parseInstant(text)).toThrow(UsageError))
})

test.each(['0', '60', '300'])('%s seconds of 300', (text) => {
  expect(seconds('--clock-skew', 300)(text)).toBe(Number(text))
})
test.each(['301', '-1', '1.5', '1e2', '', ' 1', '0x10', '99999999999999999999'])(
  '%j seconds of 300 are refused',
  (text) => {
    expect(() => seconds('--clock-skew', 300)(text)).toThrow('--clock-skew takes whole seconds from 0 to 300')
  },
)
test('ports', () => {
  expect(port('65535')).toBe(65_535)
  expect(() => port('65536')).toThrow(UsageError)
})

test('repeated options keep their order', () => {
  expect(['b', 'c'].reduce((before, value) => repeated(value, before), repeated('a', undefined))).toEqual([
    'a',
    'b',
    'c',
  ])
})
