import { extensionSchemas } from './extension-schemas.ts'
import { metadataSchema } from './metadata-schema.ts'

const namespaceOf = (schema: string) => /targetNamespace="([^"]+)"/.exec(schema)?.[1] ?? ''

const parts: Readonly<Record<string, string>> = { 'metadata.xsd': metadataSchema, ...extensionSchemas }

/** One schema that draws all of them together: what an extension holds is judged only where its schema is known. */
const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
${Object.entries(parts)
  .map(([file, schema]) => `<xs:import namespace="${namespaceOf(schema)}" schemaLocation="${file}"/>`)
  .join('\n')}
</xs:schema>`

/** Text of every metadata schema by file name; `all-metadata.xsd` is the one to compile. */
export const metadataSources: Readonly<Record<string, string>> = { ...parts, 'all-metadata.xsd': all }
