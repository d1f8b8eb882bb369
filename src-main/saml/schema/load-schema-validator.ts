import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { metadataSources } from './metadata/metadata-sources.ts'
import type { SchemaFault, SchemaKind, SchemaValidator } from './schema-validator.ts'

const files = {
  protocol: 'saml-schema-protocol-2.0.xsd',
  assertion: 'saml-schema-assertion-2.0.xsd',
  metadata: 'all-metadata.xsd',
} as const satisfies Record<SchemaKind, string>

/** What the package brings: the official files and everything they name, by import or as document type. */
const official = [
  files.protocol,
  files.assertion,
  'xmldsig-core-schema.xsd',
  'xenc-schema.xsd',
  'XMLSchema.dtd',
  'datatypes.dtd',
]

/** Prefixes our schemas are read under: nothing outside them is ever opened. */
const SCHEME = 'claimcheck://schemas/'

let loading: Promise<SchemaValidator> | undefined

/** Loads libxml2 (WebAssembly) once per process; each schema is compiled when it is first asked for. */
export function loadSchemaValidator(): Promise<SchemaValidator> {
  loading ??= compile()
  return loading
}

async function compile(): Promise<SchemaValidator> {
  const libxml2 = await import('libxml2-wasm')
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@authenio/samlify-xmllint-wasm/package.json')),
    'schemas',
  )
  const texts: Readonly<Record<string, Uint8Array>> = {
    ...Object.fromEntries(official.map((file) => [file, readFileSync(join(folder, file))])),
    ...Object.fromEntries(Object.entries(metadataSources).map(([file, text]) => [file, Buffer.from(text)])),
  }
  const sources = Object.fromEntries(Object.entries(texts).map(([file, text]) => [`${SCHEME}${file}`, text]))
  libxml2.xmlRegisterInputProvider(new libxml2.XmlBufferInputProvider(sources))
  const validatorOf = (kind: SchemaKind) => {
    const url = `${SCHEME}${files[kind]}`
    const schema = libxml2.XmlDocument.fromBuffer(sources[url] ?? new Uint8Array(), { url })
    try {
      return libxml2.XsdValidator.fromDoc(schema)
    } finally {
      schema.dispose()
    }
  }
  const compiled = new Map<SchemaKind, ReturnType<typeof validatorOf>>()
  const compiledFor = (kind: SchemaKind) => {
    const validator = compiled.get(kind) ?? validatorOf(kind)
    compiled.set(kind, validator)
    return validator
  }
  return {
    validate(xml, kind) {
      let document: InstanceType<typeof libxml2.XmlDocument> | undefined
      try {
        const option = libxml2.ParseOption.XML_PARSE_NONET
        document =
          typeof xml === 'string'
            ? libxml2.XmlDocument.fromString(xml, { option })
            : libxml2.XmlDocument.fromBuffer(xml, { option })
        compiledFor(kind).validate(document)
        return []
      } catch (error) {
        // It also has opinions on xml:id, on namespace names and on long names, which no other reader need share.
        const isFault = error instanceof libxml2.XmlValidateError || error instanceof libxml2.XmlParseError
        if (isFault) return error.details.map(faultOf)
        throw error
      } finally {
        document?.dispose()
      }
    },
  }
}

const prefixes: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:tc:SAML:2.0:assertion', 'saml'],
  ['urn:oasis:names:tc:SAML:2.0:protocol', 'samlp'],
  ['http://www.w3.org/2000/09/xmldsig#', 'ds'],
  ['http://www.w3.org/2001/04/xmlenc#', 'xenc'],
  ['urn:oasis:names:tc:SAML:2.0:metadata', 'md'],
  ['urn:oasis:names:tc:SAML:metadata:ui', 'mdui'],
  ['urn:oasis:names:tc:SAML:metadata:attribute', 'mdattr'],
  ['urn:oasis:names:tc:SAML:metadata:rpi', 'mdrpi'],
  ['urn:oasis:names:tc:SAML:metadata:algsupport', 'alg'],
])

/** `{namespace}Name` becomes `prefix:Name`, as people write it. */
function faultOf({ message, line }: { message: string; line: number }): SchemaFault {
  const named = message.replace(/\{([^{}]*)\}/g, (whole, namespace) => {
    const prefix = prefixes.get(namespace)
    return prefix === undefined ? whole : `${prefix}:`
  })
  return { message: named.trim(), line: Math.max(1, line) }
}
