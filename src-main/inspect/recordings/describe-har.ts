import { z } from 'zod'
import type { Describe, Described } from '../describe/thing.ts'
import type { InspectionContext } from '../inspection-context.ts'
import { readForm, readMultipart } from '../look/read-fields.ts'
import type { Field, Look } from '../look/shape.ts'
import { describeRecording } from './describe-recording.ts'
import type { RecordedExchange } from './recorded-exchange.ts'

const Pair = z.object({ name: z.string(), value: z.string().catch('') })
const list = <Item extends z.ZodType>(item: Item) => z.array(item).catch([])

/** What is read of an entry (HAR 1.2 §entries); browsers leave out and add members as they please. */
const Entry = z.object({
  startedDateTime: z.iso.datetime({ offset: true }).nullable().catch(null),
  request: z.object({
    method: z.string().catch('GET'),
    url: z.string(),
    cookies: z.array(z.unknown()).catch([]),
    headers: list(z.object({ name: z.string() })),
    postData: z
      .object({ mimeType: z.string().catch(''), text: z.string().catch(''), params: list(Pair) })
      .nullable()
      .catch(null),
  }),
  response: z
    .object({
      status: z.int().catch(0),
      content: z
        .object({ mimeType: z.string().catch(''), text: z.string().catch(''), encoding: z.string().catch('') })
        .nullable()
        .catch(null),
    })
    .nullable()
    .catch(null),
})

/** HTTP Archive (HAR 1.2), as every browser's developer tools save it. An entry that cannot be read is left out. */
export function describeHar(
  entries: readonly unknown[],
  look: Look,
  context: InspectionContext,
  describe: Describe,
): Promise<Described> {
  const exchanges = entries.flatMap((entry) => {
    const read = Entry.safeParse(entry)
    return read.success ? [exchangeOf(read.data)] : []
  })
  return describeRecording('har', exchanges, look, context, describe)
}

function exchangeOf({ startedDateTime, request, response }: z.infer<typeof Entry>): RecordedExchange {
  return {
    startedAt: startedDateTime,
    method: request.method,
    url: request.url,
    // Zero stands for no answer.
    status: response === null || response.status <= 0 ? null : response.status,
    form: formOf(request.postData),
    answer: answerOf(response?.content ?? null),
    hasCookies:
      request.cookies.length > 0 || request.headers.some(({ name }) => /^(?:cookie|authorization)$/i.test(name)),
  }
}

function formOf(post: z.infer<typeof Entry>['request']['postData']): readonly Field[] {
  if (post === null) return []
  if (/^multipart\/form-data/i.test(post.mimeType)) return readMultipart(post.text)?.fields ?? decoded(post.params)
  if (post.text !== '' && (/urlencoded/i.test(post.mimeType) || post.mimeType === '')) return readForm(post.text)
  return decoded(post.params)
}

/** Chrome writes them encoded, Firefox does not. */
const decoded = (pairs: readonly Field[]): Field[] =>
  pairs.map(({ name, value }) => ({
    name,
    value: /%[0-9a-f]{2}/i.test(value) ? (readForm(`v=${value}`)[0]?.value ?? value) : value,
  }))

function answerOf(content: NonNullable<z.infer<typeof Entry>['response']>['content']): RecordedExchange['answer'] {
  if (content === null || content.text === '' || !/html|json|jwt|xml|text\/plain/i.test(content.mimeType)) return null
  const text = content.encoding === 'base64' ? Buffer.from(content.text, 'base64').toString('utf8') : content.text
  return { type: content.mimeType, text }
}
