import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const OPENSAML = '/usr/share/xml/opensaml'
const XMLTOOLING = '/usr/share/xml/xmltooling'
/** Where the official files say that others are, and where Debian has put them. */
const places = {
  'http://www.w3.org/TR/2002/REC-xmldsig-core-20020212/xmldsig-core-schema.xsd': 'xmldsig-core-schema.xsd',
  'http://www.w3.org/TR/2002/REC-xmlenc-core-20021210/xenc-schema.xsd': 'xenc-schema.xsd',
  'http://www.w3.org/2001/xml.xsd': 'xml.xsd',
}
const files = {
  'urn:oasis:names:tc:SAML:2.0:metadata': 'saml-schema-metadata-2.0.xsd',
  'urn:oasis:names:tc:SAML:metadata:ui': 'sstc-saml-metadata-ui-v1.0.xsd',
  'urn:oasis:names:tc:SAML:metadata:attribute': 'sstc-metadata-attr.xsd',
  'urn:oasis:names:tc:SAML:metadata:rpi': 'saml-metadata-rpi-v1.0.xsd',
  'urn:oasis:names:tc:SAML:metadata:algsupport': 'sstc-saml-metadata-algsupport-v1.0.xsd',
  'urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol': 'sstc-saml-idp-discovery.xsd',
  'urn:oasis:names:tc:SAML:profiles:SSO:request-init': 'sstc-request-initiation.xsd',
}

/** Debian's opensaml-schemas and xmltooling-schemas, read by xmllint. */
export const hasOfficialSchema =
  spawnSync('xmllint', ['--version']).status === 0 &&
  Object.values(places).every((file) => existsSync(join(XMLTOOLING, file))) &&
  Object.values(files).every((file) => existsSync(join(OPENSAML, file)))

/** `all.xsd`, which draws the official ones together, and the catalog that finds them. */
export function writeOfficialSchema(folder: string): void {
  const imports = Object.entries(files).map(
    ([namespace, file]) => `<import namespace="${namespace}" schemaLocation="file://${OPENSAML}/${file}"/>`,
  )
  writeFileSync(
    join(folder, 'all.xsd'),
    `<schema xmlns="http://www.w3.org/2001/XMLSchema">${imports.join('')}</schema>`,
  )
  const entries = Object.entries(places).map(
    ([address, file]) => `<system systemId="${address}" uri="file://${XMLTOOLING}/${file}"/>`,
  )
  const catalog = `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${entries.join('')}</catalog>`
  writeFileSync(join(folder, 'catalog.xml'), catalog)
}

/** What the official schemas say of each document. */
export function officialFaults(documents: readonly string[]): (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'official-schema-'))
  try {
    writeOfficialSchema(folder)
    documents.forEach((xml, index) => {
      writeFileSync(join(folder, `${index}.xml`), xml)
    })
    const names = documents.map((_, index) => `${index}.xml`)
    const { stderr } = runXmllint(['--noout', '--nonet', '--schema', 'all.xsd', ...names], folder)
    const ended = new Set(stderr.split('\n').filter((line) => line.endsWith(' validates')))
    return names.map((name) => {
      if (ended.has(`${name} validates`)) return undefined
      return stderr.split('\n').filter((line) => line.startsWith(`${name}:`))[0] ?? 'fails to validate'
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** In a folder where `writeOfficialSchema` has been. */
export const runXmllint = (args: readonly string[], folder: string) =>
  spawnSync('xmllint', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, XML_CATALOG_FILES: join(folder, 'catalog.xml') },
  })
