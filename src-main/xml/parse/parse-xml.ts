import type { XMLDecl } from 'saxes'
import { namespacesInScope } from '../tree/scope.ts'
import type { XmlDocument, XmlElement } from '../tree/xml-tree.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { makeParser } from './make-parser.ts'
import type { ParseLimits } from './parse-limits.ts'
import { TreeBuilder } from './tree-builder.ts'
import { type XmlRefusal, XmlRefused } from './xml-refused.ts'

/**
 * Strict, namespace-aware parse of one document: XML 1.0, UTF-8, no DOCTYPE, within `limits`.
 * Nothing is ever fetched or expanded.
 * @param name what findings call this document
 * @param within where the text was decrypted: its namespaces are in scope here
 * @throws {XmlRefused} with the reason and the place
 */
export function parseXml(
  input: string | Uint8Array,
  limits: ParseLimits,
  name = 'message',
  within: XmlElement | null = null,
): XmlDocument {
  if (input.length > limits.size) {
    throw new XmlRefused('too-large', `${input.length} bytes; at most ${limits.size} are read.`)
  }
  const source = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : decodeUtf8(input)
  if (!source.isWellFormed()) throw new XmlRefused('not-utf-8', 'There is half a surrogate pair.')
  if (source.startsWith('\uFEFF')) throw new XmlRefused('not-well-formed', 'There are two byte order marks.')
  if (source.trim() === '') throw new XmlRefused('empty', 'There is no text.')
  return runParser(source, limits, new TreeBuilder(source, name, within), namespacesAround(within))
}

function namespacesAround(within: XmlElement | null): Record<string, string> {
  const declared = within === null ? [] : namespacesInScope(within)
  return Object.fromEntries(declared.map(({ prefix, uri }) => [prefix, uri]))
}

function runParser(
  source: string,
  limits: ParseLimits,
  builder: TreeBuilder,
  additionalNamespaces: Record<string, string>,
): XmlDocument {
  const parser = makeParser(additionalNamespaces)
  let depth = 0
  let elements = 0
  let tagOffset = 0
  const refuse = (refusal: XmlRefusal, detail: string, offset = parser.position): never => {
    throw new XmlRefused(refusal, detail, source, Math.max(0, offset))
  }
  parser.on('error', (error) => refuse('not-well-formed', sentence(error.message)))
  parser.on('xmldecl', (declaration) => checkDeclaration(declaration, refuse))
  parser.on('doctype', () => refuse('doctype', 'A document type declaration is not accepted.'))
  parser.on('processinginstruction', ({ target, body }) => {
    if (limits.processingInstructions === 'refused')
      refuse('processing-instruction', `<?${target} …?> is not accepted.`)
    builder.processingInstruction(target, body)
  })
  parser.on('opentagstart', () => {
    tagOffset = source.lastIndexOf('<', parser.position - 1)
    depth += 1
    elements += 1
    if (depth > limits.depth) refuse('too-deep', `Elements are nested more than ${limits.depth} deep.`, tagOffset)
    if (elements > limits.elements) refuse('too-many-elements', `More than ${limits.elements} elements.`, tagOffset)
  })
  let attributes = 0
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > limits.attributes)
      refuse('too-many-attributes', `More than ${limits.attributes} on one element.`, tagOffset)
  })
  parser.on('opentag', (tag) => {
    attributes = 0
    builder.open(tag, tagOffset)
  })
  parser.on('closetag', () => {
    depth -= 1
    builder.close()
  })
  parser.on('text', (text) => builder.text(text))
  parser.on('cdata', (text) => builder.text(text))
  parser.on('comment', (text) => builder.comment(text))
  parser.write(source).close()
  return builder.document
}

function checkDeclaration(
  { version, encoding }: XMLDecl,
  refuse: (refusal: XmlRefusal, detail: string) => never,
): void {
  if (version !== undefined && version !== '1.0')
    refuse('version-declared', `XML ${version} is declared; only 1.0 is read.`)
  if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
    refuse('encoding-declared', `The encoding ${encoding} is declared; only UTF-8 is read.`)
  }
}

/** The parser's own words without their "line:column: " start, as one sentence. */
function sentence(message: string): string {
  const words = message.replace(/^(?:\d+:\d+: |undefined:\d+:\d+: )/, '').replace(/\.?$/, '.')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
