import { createHash, type Hash } from 'node:crypto'
import type { SaxesTagNS } from 'saxes'
import { CanonicalWriter } from '../canonicalize/canonicalize.ts'
import { makeParser } from '../parse/make-parser.ts'
import { TreeBuilder } from '../parse/tree-builder.ts'
import { XmlRefused } from '../parse/xml-refused.ts'
import { DS } from '../signature/namespaces.ts'
import { readSignature } from '../signature/read-signature.ts'
import type { StreamedDigest } from '../signature/verify-signature.ts'
import { attributeOf, childElements } from '../tree/query.ts'
import type { XmlElement } from '../tree/xml-tree.ts'
import { streamedElement } from './streamed-element.ts'

export interface DigestedRoot {
  /** With the children up to its Signature, and no more. */
  readonly root: XmlElement
  /** Its first element, where that is a ds:Signature. */
  readonly signature: XmlElement | undefined
  readonly streamed: StreamedDigest
}

const DEEPEST = 60
const FLUSH = 65_536

/**
 * Digests a signed root as its bytes come (Exclusive XML Canonicalization 1.0, or inclusive, as its Signature says), in memory that
 * does not grow with it. Enveloped signatures stand first in what they sign (SAML Metadata §3), so how to digest is known in time.
 * @throws {XmlRefused}
 */
export async function digestRoot(chunks: AsyncIterable<Uint8Array>): Promise<DigestedRoot> {
  const reading = new RootReading()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of chunks) reading.write(decode(decoder, chunk))
  reading.write(decode(decoder))
  return reading.end()
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    throw new XmlRefused('not-utf-8', 'Some bytes are not UTF-8.')
  }
}

class RootReading {
  readonly #parser = makeParser({})
  /** Root and Signature; nothing after them. */
  readonly #head = new TreeBuilder('', 'message', null)
  #depth = 0
  #isHead = true
  #signature: XmlElement | undefined
  #hash: Hash | undefined
  #writer: CanonicalWriter | undefined
  readonly #open: { readonly element: XmlElement; readonly close: () => void }[] = []
  #holders = 0

  constructor() {
    this.#parser.on('error', (error) => {
      throw new XmlRefused('not-well-formed', error.message)
    })
    this.#parser.on('doctype', () => {
      throw new XmlRefused('doctype', 'A document type declaration is not accepted.')
    })
    this.#parser.on('opentag', (tag) => this.#opened(tag))
    this.#parser.on('closetag', () => this.#closed())
    this.#parser.on('text', (text) => this.#text(text))
    this.#parser.on('cdata', (text) => this.#text(text))
    this.#parser.on('processinginstruction', ({ target, body }) => {
      if (this.#isHead) this.#head.processingInstruction(target, body)
      else if (this.#open.length > 0) this.#writer?.processingInstruction(target, body)
    })
  }

  write(text: string): void {
    this.#parser.write(text)
    this.#flush(FLUSH)
  }

  end(): DigestedRoot {
    this.#parser.close()
    this.#flush(0)
    const { root } = this.#head.document
    return {
      root,
      signature: this.#signature,
      streamed: { id: attributeOf(root, 'ID'), isShared: this.#holders > 1, digest: this.#hash?.digest() },
    }
  }

  #opened(tag: SaxesTagNS): void {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw new XmlRefused('too-deep', `Elements are nested more than ${DEEPEST} deep.`)
    if (this.#depth === 2 && this.#isHead && !(tag.uri === DS && tag.local === 'Signature')) this.#leaveHead()
    if (this.#isHead) this.#head.open(tag, 0)
    this.#countHolders(tag)
    if (this.#isHead || this.#writer === undefined) return
    const element = streamedElement(tag, this.#open.at(-1)?.element ?? null, this.#head.document)
    this.#open.push({ element, close: this.#writer.open(element, false) })
  }

  #closed(): void {
    this.#depth -= 1
    if (!this.#isHead) {
      this.#open.pop()?.close()
      return
    }
    this.#head.close()
    if (this.#depth === 1) {
      this.#signature = childElements(this.#head.document.root, DS, 'Signature')[0]
      this.#leaveHead()
    }
  }

  #text(text: string): void {
    if (this.#isHead) this.#head.text(text)
    else if (this.#open.length > 0) this.#writer?.text(text)
  }

  /** The Signature has passed, or there is none: from here on what comes is digested and let go. */
  #leaveHead(): void {
    this.#isHead = false
    if (this.#signature === undefined) return
    const { root } = this.#head.document
    const { transform, digestHash } = readSignature(this.#signature)
    if (transform === undefined || digestHash === undefined) return
    this.#hash = createHash(digestHash)
    const writer = new CanonicalWriter(transform)
    this.#writer = writer
    this.#open.push({ element: root, close: writer.open(root, true) })
    for (const child of root.children) {
      if (child.kind === 'text') writer.text(child.value)
      else if (child.kind === 'processing-instruction') writer.processingInstruction(child.target, child.data)
    }
  }

  #countHolders({ attributes }: SaxesTagNS): void {
    const id = attributeOf(this.#head.document.root, 'ID')
    for (const name in attributes) {
      const attribute = attributes[name]
      if (attribute?.value === id && attribute?.local.toLowerCase() === 'id') this.#holders += 1
    }
  }

  #flush(from: number): void {
    const writer = this.#writer
    if (writer === undefined || writer.output.length <= from) return
    this.#hash?.update(writer.output, 'utf8')
    writer.output = ''
  }
}
