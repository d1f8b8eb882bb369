import { z } from 'zod'
import type { Describe, Described } from '../describe/thing.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Field, Look } from '../look/shape.ts'
import { describeRecording } from './describe-recording.ts'
import type { RecordedExchange } from './recorded-exchange.ts'

const pairs = z.array(z.tuple([z.string(), z.string()])).catch([])
const headers = z.array(z.union([z.object({ name: z.string() }), z.tuple([z.string(), z.string()])])).catch([])

/** What is read of one request in the export of the browser extension SAML-tracer. */
const TracedRequest = z.object({
  method: z.string().catch('GET'),
  url: z.string(),
  post: pairs,
  saml: z.string().nullable().catch(null),
  responseStatus: z.int().nullable().catch(null),
  requestHeaders: headers,
})

/** The export of SAML-tracer. Where its user had the values of forms masked, the message it decoded stands beside them. */
export function describeTracer(
  requests: readonly unknown[],
  look: Look,
  context: InspectionContext,
  describe: Describe,
): Promise<Described> {
  const exchanges = requests.flatMap((request) => {
    const read = TracedRequest.safeParse(request)
    return read.success ? [exchangeOf(read.data)] : []
  })
  return describeRecording('saml-tracer', exchanges, look, context, describe)
}

function exchangeOf({
  method,
  url,
  post,
  saml,
  responseStatus,
  requestHeaders,
}: z.infer<typeof TracedRequest>): RecordedExchange {
  const fields = post.map(([name, value]): Field => ({ name, value }))
  return {
    startedAt: null,
    method,
    url,
    status: responseStatus,
    form: saml === null ? fields : withDecoded(fields, saml, method),
    answer: null,
    hasCookies: requestHeaders.some((header) =>
      /^(?:cookie|authorization)$/i.test(Array.isArray(header) ? header[0] : header.name),
    ),
  }
}

/** In an address the message is read from there, with its signature. */
function withDecoded(fields: readonly Field[], saml: string, method: string): Field[] {
  if (method !== 'POST') return [...fields]
  return fields.map((field) =>
    /^SAML(?:Request|Response)$/.test(field.name) && !isMessage(field.value) ? { ...field, value: saml } : field,
  )
}

const isMessage = (value: string) => /^[A-Za-z0-9+/=\s]{100,}$/.test(value)
