import { expect, test } from 'vitest'
import { factLines } from '#main/cli/output/human/fact-lines.ts'
import { createPaint } from '#main/cli/output/human/paint.ts'

const paint = createPaint(false, 80)

test('the column is as wide as its names need, and a name that is too long has a line of its own', () => {
  const long = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'
  expect(
    factLines(
      [
        ['User', 'ada'],
        ['Delivered to', 'x'],
        ['Nobody', null],
        [long, 'ada@example.com'],
      ],
      paint,
    ),
  ).toEqual(['  User         ada', '  Delivered to x', `  ${long}`, '               ada@example.com'])
})

test('a name from a message is drawn, never sent raw', () => {
  expect(factLines([['a\u001b[2J\u202e', 'b\u009b']], paint)).toEqual(['  a␛[2J‹U+202E› b‹U+009B›'])
})
