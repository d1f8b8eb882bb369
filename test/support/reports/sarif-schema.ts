import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Ajv } from 'ajv'
import ajvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'

/** The package carries the schema of OASIS as SchemaStore publishes it, in JSON Schema draft 4. */
const folder = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json')
const schema = JSON.parse(readFileSync(new URL('lib/schemas/sarif-2.1.0-rtm.5.json', `file://${folder}`), 'utf8'))

const ajv = new (ajvDraft04 as unknown as typeof Ajv)({ strict: false, allErrors: true, unicodeRegExp: false })
;(addFormats as unknown as (ajv: Ajv) => void)(ajv)
const validate = ajv.compile(schema)

/** Every member that the SARIF 2.1.0 schema objects to would be shown. */
export function expectSarif(log: unknown): void {
  validate(log)
  expect(validate.errors ?? []).toEqual([])
}
