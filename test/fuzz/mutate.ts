import type { Random } from './random.ts'

/** Pieces that parsers have stumbled over. */
const pieces = [
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?p x?>',
  '<!DOCTYPE x [<!ENTITY e "e">]>',
  '&e;',
  '&#0;',
  '&#x10ffff;',
  '&#xD800;',
  '&amp;',
  '</saml:Assertion>',
  '<saml:Assertion ID="_assertion1">',
  '<saml:NameID>admin@example.com</saml:NameID>',
  '<ds:Object>',
  ' ID="_assertion1"',
  ' xmlns:saml="urn:x"',
  ' xmlns=""',
  ' xml:id="_assertion1"',
  '\u0000',
  '\ufeff',
  '\u2028',
  '\ud800',
  '\r\n',
  '"',
  "'",
  '>',
  '<',
  '%00',
  '&SAMLResponse=',
  '====',
  'http://www.w3.org/2000/09/xmldsig#sha1',
  'http://www.w3.org/TR/1999/REC-xpath-19991116',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
]
const LARGEST = 300_000
const MOST_CHANGES = 4

type Change = (text: string, random: Random, others: readonly string[]) => string

const cutAt = (text: string, from: number, to: number, put: string) => text.slice(0, from) + put + text.slice(to)
/** A stretch of the text, mostly a short one. */
function stretch(text: string, random: Random): [from: number, to: number] {
  const from = random.below(text.length + 1)
  return [from, Math.min(text.length, from + random.below(random.below(4) === 0 ? text.length : 40))]
}
/** From one mark of the syntax to another, so that whole tags and values go or come. */
function part(text: string, random: Random): [from: number, to: number] {
  const from = text.indexOf(random.of(['<', '"', '&', '=', '%']), random.below(text.length + 1))
  if (from === -1) return stretch(text, random)
  const to = text.indexOf(random.of(['>', '"', ';', '&', '</']), from + 1)
  return [from, to === -1 ? text.length : to + 1]
}

const changes: readonly Change[] = [
  (text, random) => cutAt(text, ...at(random.below(text.length + 1)), String.fromCharCode(random.below(0x180))),
  (text, random) => cutAt(text, ...one(random.below(text.length + 1)), String.fromCharCode(random.below(0x80))),
  (text, random) => cutAt(text, ...at(random.below(text.length + 1)), random.of(pieces)),
  (text, random) => cutAt(text, ...stretch(text, random), ''),
  (text, random) => cutAt(text, ...part(text, random), ''),
  (text, random) => cutAt(text, ...part(text, random), random.of(pieces)),
  (text, random) => {
    const [from, to] = part(text, random)
    const times = random.below(8) === 0 ? 1 + random.below(2_000) : 2
    return cutAt(text, to, to, text.slice(from, to).repeat(Math.min(times, Math.ceil(LARGEST / (to - from + 1)))))
  },
  (text, random) => {
    const [from, to] = part(text, random)
    const place = random.below(text.length + 1)
    return cutAt(text, place, place, text.slice(from, to))
  },
  (text, random, others) => {
    const other = random.of(others)
    return cutAt(text, ...part(text, random), other.slice(...part(other, random)))
  },
]

const at = (index: number): [number, number] => [index, index]
const one = (index: number): [number, number] => [index, index + 1]

/** @param others further seeds, of which parts may come in */
export function mutate(seed: string, random: Random, others: readonly string[]): string {
  let text = seed
  for (let left = 1 + random.below(MOST_CHANGES); left > 0; left -= 1) text = random.of(changes)(text, random, others)
  return text.slice(0, LARGEST)
}
