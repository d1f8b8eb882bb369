import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JsonRefused, parseJson } from '#main/oidc/token/parse-json.ts'

/** As JSON.parse sees it: without prototypes both look alike. */
const asJson = (text: string) => JSON.stringify(parseJson(text).value)
const accepts = (parse: () => unknown) => {
  try {
    parse()
    return true
  } catch {
    return false
  }
}

describe('reads what JSON.parse reads', () => {
  test('on any JSON value, however it is spaced', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom('', ' ', '\t'), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), null, indent)
        expect(asJson(spaced)).toBe(JSON.stringify(JSON.parse(spaced)))
      }),
      { numRuns: 50 },
    )
  })

  test('and refuses what it refuses: one character changed anywhere', () => {
    const text = '{"a":[1,-0.5e+3,"x\\u00e9\\n",true,null,{"b":""}],"c":{}}'
    const differing: string[] = []
    for (let at = 0; at <= text.length; at += 1) {
      for (const put of ['', ',', '"', '}', ']', '0', '-', '\\', '\u0001', '\u00a0', ' ']) {
        for (const cut of [0, 1]) {
          const changed = text.slice(0, at) + put + text.slice(at + cut)
          if (accepts(() => parseJson(changed)) !== accepts(() => JSON.parse(changed))) differing.push(changed)
        }
      }
    }
    expect(differing).toEqual([])
  })
})

test('knows where every value stands', () => {
  const text = '{\n  "a/b": [true, {"~": 7}]\n}'
  const { offsets } = parseJson(text)
  expect(text.slice(offsets.get('/a~1b/1/~0'))).toBe('7}]\n}')
  expect(offsets.get('')).toBe(0)
})

test('names members that stand twice, escaped or not, and keeps the last', () => {
  const { value, duplicates } = parseJson('{"sub":"ada","x":{"y":1,"y":2},"\\u0073ub":"eve"}')
  expect(duplicates).toEqual(['/x/y', '/sub'])
  expect(value).toEqual(expect.objectContaining({ sub: 'eve' }))
})

test('a name is only a name', () => {
  const { value } = parseJson('{"__proto__":{"admin":true},"constructor":1}')
  expect(Object.getPrototypeOf(value)).toBeNull()
  expect((value as { admin?: boolean }).admin).toBeUndefined()
  expect(JSON.stringify(value)).toBe('{"__proto__":{"admin":true},"constructor":1}')
})

test('refuses what is nested without end, and says where', () => {
  const deep = '['.repeat(100_000)
  expect(() => parseJson(deep)).toThrow(JsonRefused)
  expect(() => parseJson('{"a":1,}')).toThrow(expect.objectContaining({ offset: 7 }))
})
