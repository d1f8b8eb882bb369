import { readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'

const schema = XmlDocument.fromBuffer(readFileSync(new URL('jenkins-junit-4.xsd', import.meta.url)))
const validator = XsdValidator.fromDoc(schema)

/** Throws what the schema of Jenkins (DTKit, junit-4.xsd, MIT) says against this report. */
export function expectJunit(report: string): void {
  const document = XmlDocument.fromString(report)
  try {
    validator.validate(document)
  } finally {
    document.dispose()
  }
}
