import fc from 'fast-check'
import { changeElement, elementsOf, type MarkupTree, tree } from './markup-tree.ts'

type Change = (element: MarkupTree, pick: number) => MarkupTree | undefined

const attributeAt = ({ attributes }: MarkupTree, pick: number) => {
  const names = Object.keys(attributes).filter((name) => !name.startsWith('xmlns'))
  return names[pick % Math.max(1, names.length)]
}

/** Ways to spoil one element. Not each of them breaks the schema: whether it does is what both sides have to say. */
const changes: Readonly<Record<string, Change>> = {
  'left out': () => undefined,
  'without an attribute': (element, pick) => {
    const { [attributeAt(element, pick) ?? '']: _gone, ...attributes } = element.attributes
    return { ...element, attributes }
  },
  'with another value': (element, pick) => {
    const name = attributeAt(element, pick)
    const value = ['', 'maybe', '-1', '70000', 'http://[', '2030-13-01T00:00:00Z', 'x y z'][pick % 7] ?? ''
    return name === undefined ? element : { ...element, attributes: { ...element.attributes, [name]: value } }
  },
  'with a strange attribute': (element) => ({ ...element, attributes: { ...element.attributes, strange: '1' } }),
  'with a foreign attribute': (element) => ({ ...element, attributes: { ...element.attributes, 'x:strange': '1' } }),
  'with text inside': (element) => ({ ...element, children: [...element.children, 'text'] }),
  'with a child twice': (element, pick) => {
    const child = element.children[pick % Math.max(1, element.children.length)]
    return child === undefined ? element : { ...element, children: [...element.children, child] }
  },
  'in another order': (element) => ({ ...element, children: [...element.children].reverse() }),
  'by another name': (element) => ({ ...element, name: `${element.name}s` }),
  'in a foreign namespace': (element) => ({ ...element, name: element.name.replace(/^\w+:/, 'x:') }),
  'with an unknown child': (element) => ({ ...element, children: [tree('x:Unknown'), ...element.children] }),
  'with a misplaced child': (element) => ({ ...element, children: [tree('md:Company', {}, 'x'), ...element.children] }),
}

export interface MetadataFault {
  readonly what: string
  readonly root: MarkupTree
}

/** One element of it spoiled in one way. */
export const spoiled = (metadata: fc.Arbitrary<MarkupTree>): fc.Arbitrary<MetadataFault> =>
  fc
    .record({ root: metadata, at: fc.nat(), how: fc.constantFrom(...Object.entries(changes)), pick: fc.nat(1_000) })
    .map(({ root, at, how: [what, change], pick }) => {
      const elements = elementsOf(root)
      const target = elements[at % elements.length] ?? root
      const changed = changeElement(root, target, (element) => change(element, pick))
      return { what: `${target.name} ${what}`, root: changed ?? root }
    })
