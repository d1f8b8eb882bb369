import { z } from 'zod'
import { Refusal } from '#shared/http-api/refusal.ts'
import { ADMIN_API, type Route } from '#shared/http-api/route.ts'

/** What a route's declaration says beside its schemas, in the form the document's maker reads. */
export function routeDescription(route: Route) {
  const steps = route.path.slice(ADMIN_API.length + 1).split('/')
  return {
    tags: [steps[0] ?? ''],
    operationId: operationId(route.method, steps),
    description: conditions(route).join(' '),
    ...(route.heedsVersion && { headers: ifMatch }),
    response: { [route.success.status]: success(route), '4XX': refusal('Refused'), '5XX': refusal('Failed') },
  }
}

/** `patchProvidersById`: the same as long as the address is. */
function operationId(method: Route['method'], steps: readonly string[]): string {
  const words = steps.map((step) => (step.startsWith(':') ? `by-${step.slice(1)}` : step)).join('-')
  return `${method.toLowerCase()}-${words}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function conditions({ scope, withoutLicence }: Route): string[] {
  const scopes = ['org:update', ...(scope === undefined ? [] : [scope])].map((one) => `\`${one}\``)
  return [
    `Scope of the API key: ${scopes.join(' or ')}.`,
    withoutLicence ? 'Answered without an enterprise licence too.' : 'Needs an active enterprise licence.',
  ]
}

const ifMatch = {
  type: 'object',
  properties: {
    'if-match': {
      type: 'string',
      description: 'The ETag that was read. Left out: nobody else’s change is looked for.',
    },
  },
}

const etag = { ETag: { type: 'string', description: 'The `version` in quotes: send it back as If-Match.' } }

function success({ versioned, success: { body, contentType } }: Route) {
  const content =
    contentType === undefined
      ? { 'application/json': { schema: jsonSchema(body) } }
      : { [contentType]: { schema: { type: 'string' } } }
  return { description: 'Done', ...(versioned !== undefined && { headers: etag }), content }
}

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: jsonSchema(Refusal) } },
})

function jsonSchema(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })
  return rest
}
