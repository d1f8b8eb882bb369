import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { portionedRandom } from '#main/backend/secrets/portioned-random.ts'

test('every byte of the source is given once, in order, and stays as it was given', () => {
  let drawn = Buffer.alloc(0)
  const random = portionedRandom((bytes) => {
    const more = randomBytes(bytes)
    drawn = Buffer.concat([drawn, more])
    return more
  })
  const given = Array.from({ length: 500 }, () => random(32))
  const expected = Array.from(
    { length: 500 },
    (_, index) => new Uint8Array(drawn.subarray(index * 32, index * 32 + 32)),
  )
  expect(given.map((one) => new Uint8Array(one))).toEqual(expected)
})

test('what does not fit into the rest of a portion comes whole from the next, and more than a portion from the source', () => {
  const random = portionedRandom((bytes) => randomBytes(bytes))
  expect([random(4_000), random(200), random(5_000)].map(({ length }) => length)).toEqual([4_000, 200, 5_000])
})
