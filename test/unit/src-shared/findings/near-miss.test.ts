import { expect, test } from 'vitest'
import { nearMiss } from '#shared/findings/near-miss.ts'

test.each([
  ['https://a.example/acs', 'https://a.example/acs/', 'by the slash at the end'],
  ['https://a.example/acs', 'http://a.example/acs', 'by http and https'],
  ['https://a.example/acs', 'https://A.example/acs', 'by capital letters'],
  ['https://a.example/acs', 'https://a.example/ acs', 'by white space'],
  ['https://a.example/acs', 'https://a.example:443/acs', 'by the port that is meant anyway'],
  ['https://a.example/acs', 'https://www.a.example/acs', 'by “www.”'],
  ['https://a.example/acs?x=1', 'https://a.example/acs?x=2', 'behind the question mark'],
  ['https://a.example/acs', 'https://test.a.example/acs', 'by the host'],
  ['urn:a', 'urn:a\u200b', 'by invisible characters'],
])('%s and %s differ only %s', (expected, actual, words) => {
  expect(nearMiss(expected, actual)).toContain(words)
})

test('says nothing of equal and of simply different values', () => {
  expect(nearMiss('urn:a', 'urn:a')).toBeUndefined()
  expect(nearMiss('urn:a', 'urn:b')).toBeUndefined()
})

// The value comes from a message anyone can send: the time must grow with its length, not with its square.
test.each(['?', '#', '/', ' ', 'https://', 'www.', ':443', '\u200b'])('a megabyte of %j takes no time', (text) => {
  const before = process.cpuUsage().user
  nearMiss('https://a.example/acs', `${text.repeat(1_000_000 / text.length)}\nx`)
  expect(process.cpuUsage().user - before).toBeLessThan(3_000_000)
})
