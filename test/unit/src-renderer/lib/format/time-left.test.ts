import { expect, test } from 'vitest'
import { timeLeft } from '#renderer/lib/format/time-left.ts'

const now = new Date('2026-11-22T08:00:00.000Z')
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)

test.each([
  [-5, '0:00'],
  [0, '0:00'],
  [0.2, '0:01'],
  [65, '1:05'],
  [3_599, '59:59'],
  [3_600, '1 h 0 min'],
  [7_380, '2 h 3 min'],
  [86_400, '1 d 0 h'],
  [259_199, '2 d 23 h'],
])('%s seconds are %s', (seconds, words) => {
  expect(timeLeft(after(seconds), now)).toBe(words)
})
