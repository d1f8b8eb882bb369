import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { attribute, soundMessage } from '#test/support/saml/response-message.ts'
import { deliver, makeWorld, signedAssertion, signedResponse, type World } from './world.ts'

let world: World
let context: ResponseContext
beforeAll(async () => {
  world = await makeWorld()
  ;({ context } = deliver(world, ''))
})

const judge = (message: string) => judgeResponse(message, context)

/** Indexes of every character of text, attribute values and names that a signature covers: all but its own. */
function coveredCharacters(message: string, element: string): number[] {
  const start = message.indexOf(`<${element}`)
  const end = message.lastIndexOf(`</${element}>`) + `</${element}>`.length
  const [from, to] = [message.indexOf('<ds:Signature'), message.indexOf('</ds:Signature>') + '</ds:Signature>'.length]
  const inside = [...message].flatMap((_, index) => (index >= start && index < end ? [index] : []))
  // White space in tags, quotes and brackets are syntax: no canonical form keeps them.
  // Nor does the exclusive one keep a declaration that the element outside made already.
  const declared = [...message.matchAll(/xmlns:\w+(?==)/g)].map(
    ({ index, 0: name }) => [index, index + name.length] as const,
  )
  const isDeclaration = (index: number) => declared.some(([first, last]) => index >= first && index < last)
  return inside.filter((index) => (index < from || index >= to) && !isSyntax(message, index) && !isDeclaration(index))
}

function isSyntax(message: string, index: number): boolean {
  const character = message[index] ?? ''
  if (character === '<' || character === '>') return true
  const inTag = message.lastIndexOf('<', index) > message.lastIndexOf('>', index)
  const quotes = message.slice(message.lastIndexOf('<', index), index).split('"').length - 1
  return inTag && (character === '"' || (quotes % 2 === 0 && /[\s/=]/.test(character)))
}

const put = (message: string, index: number, character: string) =>
  message.slice(0, index) + character + message.slice(index + 1)

/** The control: unchanged it is accepted. Then every character in turn. */
describe.each<[string, string, (made: World) => string]>([
  ['assertion', 'saml:Assertion', (made) => signedAssertion(made)],
  ['response', 'samlp:Response', (made) => signedResponse(made)],
])('a signed %s', (_name, element, make) => {
  // All of what the assertion's signature covers; of the response's every third, for the unit tier has to be quick.
  const step = element === 'saml:Assertion' ? 1 : 3
  test('every character that is changed to its neighbour', () => {
    const message = make(world)
    expect(judge(message).verdict).toBe('accepted')
    const covered = coveredCharacters(message, element)
    expect(covered.length).toBeGreaterThan(1_000)
    for (const index of covered.filter((_, place) => place % step === 0)) {
      const changed = put(message, index, String.fromCharCode(message.charCodeAt(index) ^ 1))
      const { verdict, identity } = judge(changed)
      if (verdict === 'accepted' || identity !== null)
        throw new Error(`accepted: …${changed.slice(index - 40, index + 40)}`)
    }
  })

  test('any character in any values, changed to any other', () => {
    const value = fc.string({ unit: fc.constantFrom(...'aé😀 -_.@0') })
    const change = fc.record({
      at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      to: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), change, (values, { at, to }) => {
        const attributes = soundMessage.attributes + attribute('colours', ...values)
        const message =
          element === 'saml:Assertion' ? signedAssertion(world, { attributes }) : signedResponse(world, { attributes })
        expect(judge(message).verdict).toBe('accepted')
        const covered = coveredCharacters(message, element)
        const index = covered[Math.floor(at * covered.length)] ?? 0
        // Half of a pair of surrogates is no character.
        fc.pre(message[index] !== to && !/[\ud800-\udfff]/.test(message[index] ?? ''))
        const changed = judge(put(message, index, to))
        expect(changed.verdict).not.toBe('accepted')
        expect(changed.identity).toBeNull()
      }),
      { numRuns: 60 },
    )
  })
})
