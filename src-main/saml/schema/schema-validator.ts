/** One place where a document leaves its schema. Line counts from 1. */
export interface SchemaFault {
  /** The schema engine's words, namespaces shortened. */
  readonly message: string
  readonly line: number
}

export type SchemaKind = 'protocol' | 'assertion' | 'metadata'

/**
 * Checks well-formed text against the schemas of SAML (official for messages, XML-DSig and XML-Enc; ours for metadata). A port: the engine behind it is
 * WebAssembly and takes long to start, so who judges without it does not load it.
 */
export interface SchemaValidator {
  /** @param xml text, or its UTF-8 bytes where they are at hand: they need not be made again */
  validate(xml: string | Uint8Array, kind: SchemaKind): readonly SchemaFault[]
}
