import { type Html, html } from '../pages/html.ts'
import type { ApiDocument, Operation } from './document-shape.ts'
import { schemaFields, schemaType } from './schema-fields.ts'

interface Placed extends Operation {
  readonly method: string
  readonly path: string
}

/** The whole document to be read: one section a resource, one foldable entry an operation. No script. */
export function apiPage(
  document: ApiDocument,
  { publicUrl, documentPath }: { publicUrl: string; documentPath: string },
) {
  const operations = operationsOf(document)
  const resources = [...new Set(operations.map(({ tags }) => tags[0] ?? ''))]
  return html`<header><h1>${document.info.title}</h1>
${paragraphs(document.info.description ?? '')}
<p><a href="${documentPath}">OpenAPI ${document.openapi} document</a></p>
<nav aria-label="Resources"><ul>${resources.map((one) => html`<li><a href="#${one}">${one}</a></li>`)}</ul></nav></header>
${resources.map((resource) => section(resource, operations, publicUrl))}`
}

const section = (resource: string, operations: readonly Placed[], publicUrl: string): Html =>
  html`<section aria-labelledby="${resource}"><h2 id="${resource}">${resource}</h2>
${operations.filter(({ tags }) => tags[0] === resource).map((one) => entry(one, publicUrl))}</section>`

const entry = (operation: Placed, publicUrl: string): Html => {
  const { method, path, summary, description } = operation
  return html`<details id="${operation.operationId}"><summary><span class="method">${method.toUpperCase()}</span>
<code>${path}</code> <span class="says">${summary}</span></summary>
${paragraphs(description)}
${parameters(operation)}
${body(operation)}
<h3>Request</h3><pre>${curl(operation, publicUrl)}</pre>
${answers(operation)}</details>`
}

function parameters({ parameters: known = [] }: Operation): Html | null {
  if (known.length === 0) return null
  return table(
    'Parameters',
    known.map(({ name, in: place, required, schema = {} }) => ({
      name: `${name} (${place})`,
      type: schemaType(schema),
      required: required ?? false,
    })),
  )
}

const body = (operation: Operation) => {
  const schema = bodyOf(operation)?.schema
  return schema === undefined ? null : table('Body', schemaFields(schema))
}

const bodyOf = ({ requestBody }: Operation) => requestBody?.content['application/json']

function answers({ responses }: Operation): Html | null {
  const [found] = Object.entries(responses).filter(([status]) => status.startsWith('20'))
  if (found === undefined) return null
  const [status, response] = found
  const [type = '', media] = Object.entries(response.content ?? {})[0] ?? []
  const fields = schemaFields(media?.schema ?? {})
  return fields.length === 0
    ? html`<h3>Answer ${status}</h3><p>${type}</p>`
    : table(`Answer ${status}`, fields, 'Always there')
}

const table = (caption: string, fields: ReturnType<typeof schemaFields>, required = 'Needed'): Html =>
  html`<h3>${caption}</h3><table><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">${required}</th></tr></thead>
<tbody>${fields.map(
    (field) =>
      html`<tr><td><code>${field.name}</code></td><td>${field.type}</td><td>${field.required ? 'yes' : 'no'}</td></tr>`,
  )}</tbody></table>`

function curl(operation: Placed, publicUrl: string): string {
  const media = bodyOf(operation)
  const example = media?.example ?? Object.values(media?.examples ?? {})[0]?.value
  const data =
    media === undefined
      ? []
      : [`  -H "Content-Type: application/json"`, `  -d '${JSON.stringify(example ?? {}, undefined, 2)}'`]
  const first = `curl -X ${operation.method.toUpperCase()} "${publicUrl}${operation.path}"`
  return [first, `  -H "Authorization: Bearer <API key>"`, ...data].join(' \\\n')
}

const operationsOf = ({ paths }: ApiDocument): Placed[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method, path })),
  )

/** Paragraphs and `code`: all the Markdown the document uses. */
const paragraphs = (text: string): Html[] =>
  text.split('\n\n').map((one) => {
    const parts = one.split('`')
    return html`<p>${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}</p>`
  })
