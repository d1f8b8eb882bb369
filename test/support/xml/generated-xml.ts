import fc from 'fast-check'

const prefixes = ['', 'p', 'q', 'r'] as const
const namespaces = ['urn:a', 'urn:b', 'urn:c'] as const
const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    '😀',
    '\u{FFFD}',
    ' ',
    '\n',
    '\t',
    '&amp;',
    '&lt;',
    '&gt;',
    '&#13;',
    '"',
    "'",
    '&#x9;',
  ),
  maxLength: 6,
})
const attributeText = text.map((value) => value.replaceAll('"', '&quot;'))

interface Node {
  prefix: string
  local: string
  declarations: Record<string, string>
  attributes: Record<string, string>
  children: (Node | string)[]
}

const { node } = fc.letrec<{ node: Node; child: Node | string }>((tie) => ({
  node: fc.record({
    prefix: fc.constantFrom(...prefixes),
    local: fc.constantFrom('a', 'b', 'ç', '\u{10000}n'),
    declarations: fc.dictionary(fc.constantFrom(...prefixes), fc.constantFrom(...namespaces, ''), { maxKeys: 3 }),
    attributes: fc.dictionary(
      fc.constantFrom('x', 'y', 'p:x', 'q:y', 'xml:lang', '\uFF5Ew', '\u{10000}w'),
      attributeText,
      { maxKeys: 3 },
    ),
    children: fc.array(tie('child'), { maxLength: 3, depthIdentifier: 'xml' }),
  }),
  child: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'xml' },
    text,
    fc.constant('<!-- c -->'),
    fc.constant('<![CDATA[<&>]]>'),
    fc.constant('<?p d?>'),
    tie('node'),
  ),
}))

/** Well-formed documents with namespaces declared, redeclared and undone. The element to canonicalise carries `ID="t"`. */
export const generatedXml: fc.Arbitrary<string> = fc.tuple(node, node, node).map(([outer, target, inside]) => {
  const wrapped = { ...target, attributes: { ...target.attributes, ID: 't' }, children: [...target.children, inside] }
  const root: Node = {
    ...outer,
    declarations: { p: 'urn:a', q: 'urn:b', r: 'urn:c' },
    children: [...outer.children, wrapped],
  }
  return write(root, new Map())
})

function write(node: Node, scope: ReadonlyMap<string, string>): string {
  const declared = Object.entries(node.declarations).filter(([prefix, uri]) => prefix === '' || uri !== '')
  const inScope = new Map([...scope, ...declared])
  const prefix = node.prefix !== '' && inScope.has(node.prefix) ? `${node.prefix}:` : ''
  const name = `${prefix}${node.local}`
  const declarations = declared.map(([p, uri]) => ` xmlns${p === '' ? '' : `:${p}`}="${uri}"`)
  const seen = new Set<string>()
  const attributes = Object.entries(node.attributes)
    .filter(([attribute]) => {
      const [p = '', local = ''] = attribute.includes(':') ? attribute.split(':') : ['', attribute]
      const key = `${p === '' || p === 'xml' ? p : inScope.get(p)} ${local}`
      return !seen.has(key) && seen.add(key)
    })
    .map(([attribute, value]) => ` ${attribute}="${value}"`)
  const children = node.children.map((child) => (typeof child === 'string' ? child : write(child, inScope)))
  return `<${name}${declarations.join('')}${attributes.join('')}>${children.join('')}</${name}>`
}
