import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#main/evidence/receipt/canonical-json.ts'
import { configurationSha256 } from '#main/evidence/receipt/configuration-digest.ts'

describe('canonical JSON', () => {
  test('the sample of RFC 8785 §3.2.2', () => {
    const sample = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('members are sorted by UTF-16 code units (RFC 8785 §3.2.3)', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect([...canonicalJson(keys).matchAll(/:(\d)/g)].map(([, number]) => number).join('')).toBe('2467153')
  })

  test.each([
    ['undefined', undefined],
    ['NaN', { a: Number.NaN }],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['half a surrogate pair', { a: '\ud800' }],
    ['half a surrogate pair in a name', { '\ud800': 1 }],
    ['a function', () => 1],
  ])('%s has no JSON form', (_name, value) => expect(() => canonicalJson(value)).toThrow(TypeError))

  test('a circle has no JSON form', () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(() => canonicalJson(circle)).toThrow(TypeError)
  })
})

describe('digest of a configuration', () => {
  const configuration = { idpEntityId: 'https://idp.example', certificates: ['a', 'b'], signOutUrl: null }

  test('does not depend on the order of members', () => {
    const { signOutUrl, certificates, idpEntityId } = configuration
    expect(configurationSha256({ signOutUrl, certificates, idpEntityId })).toBe(configurationSha256(configuration))
  })

  test('is SHA-256 of the canonical text', () => {
    expect(configurationSha256({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })

  test.each([
    ['a value', { ...configuration, idpEntityId: 'https://idp.example/' }],
    ['the order of a list', { ...configuration, certificates: ['b', 'a'] }],
    ['a member more', { ...configuration, more: null }],
    ['a member less', { idpEntityId: 'https://idp.example', certificates: ['a', 'b'] }],
  ])('changes with %s', (_name, other) =>
    expect(configurationSha256(other)).not.toBe(configurationSha256(configuration)),
  )

  test('an absent and an undefined member are one', () => {
    expect(configurationSha256({ ...configuration, more: undefined })).toBe(configurationSha256(configuration))
  })
})
