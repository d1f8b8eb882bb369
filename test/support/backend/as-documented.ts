import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'

interface Operation {
  readonly responses: Record<
    string,
    { content?: Record<string, { schema: object }>; headers?: Record<string, unknown> }
  >
}

export interface Answered {
  readonly method: string
  /** As it was asked for, query and all. */
  readonly url: string
  readonly status: number
  readonly contentType: string
  readonly etag: string | null
  readonly body: unknown
}

/** Every backend answers the same document: it is fetched once a process. */
let document: Promise<Document> | undefined

interface Document {
  readonly paths: Record<string, Record<string, Operation>>
}

const compiled = new Map<object, ValidateFunction>()
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)

/** Holds an answer to the OpenAPI document that the backend itself serves: path, status, media type, schema and headers. */
export async function expectAsDocumented({ method, url, status, contentType, etag, body }: Answered): Promise<void> {
  const { origin, pathname } = new URL(url)
  document ??= fetch(`${origin}/api/v1/openapi.json`).then((answer) => answer.json() as Promise<Document>)
  const { paths } = await document
  const found = Object.entries(paths).find(([template]) => matches(template, pathname))?.[1][method.toLowerCase()]
  const where = `${method} ${pathname} ${status}`
  if (found === undefined) {
    expect({ where, status, body }).toMatchObject({ where, status: 404, body: { error: 'not_found' } })
    return
  }
  const response = found.responses[status] ?? found.responses[`${String(status)[0]}XX`]
  expect(response, `${where} is in the document`).toBeDefined()
  const [type, media] = Object.entries(response?.content ?? {})[0] ?? []
  expect({ where, type: contentType.split(';')[0] }).toEqual({ where, type })
  if (response?.headers?.ETag !== undefined)
    expect({ where, etag }).toEqual({ where, etag: expect.stringMatching(/^"/) })
  if (media !== undefined) expect({ where, faults: faultsOf(media.schema, body) }).toEqual({ where, faults: [] })
}

const matches = (template: string, path: string) =>
  new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path)

function faultsOf(schema: object, body: unknown): string[] {
  const validate = compiled.get(schema) ?? ajv.compile(schema)
  compiled.set(schema, validate)
  return validate(body) ? [] : (validate.errors ?? []).map((fault) => `${fault.instancePath} ${fault.message}`)
}
