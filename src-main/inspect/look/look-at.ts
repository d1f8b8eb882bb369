import type { InspectedLayer } from '#shared/model/inspection.ts'
import { inspectionLimits } from '../inspection-limits.ts'
import { decodeBase64Text } from '../unpack/base64-text.ts'
import { looksLikeXml } from '../unpack/looks-like-xml.ts'
import { decodePercent } from '../unpack/percent.ts'
import { redirectQuery } from '../unpack/redirect-query.ts'
import { decodeText } from './decode-text.ts'
import { type Budget, inflateOnce } from './inflate-once.ts'
import { looksLikeKeys } from './looks-like-keys.ts'
import { messageField } from './message-field.ts'
import { readAddress, readHttpMessage, readMultipart, readQuery } from './read-fields.ts'
import { readHtmlForm } from './read-html-form.ts'
import { jsonFields, readJson } from './read-json.ts'
import { looksLikeHtml, readRootTag } from './read-root-tag.ts'
import { readToken } from './read-token.ts'
import type { Field, Look, Shape } from './shape.ts'

/**
 * Takes off every wrapping there is, one in another, until something is seen for what it is. What no wrapping fits is text or
 * bytes as given: a decoding that leads nowhere is not believed.
 */
export function lookAt(bytes: Uint8Array): Look {
  return look({ bytes, layers: [], fields: [], query: undefined }, { left: inspectionLimits.inflated })
}

interface Step {
  readonly bytes: Uint8Array
  readonly layers: readonly InspectedLayer[]
  readonly fields: readonly Field[]
  readonly query: string | undefined
}

function look(step: Step, budget: Budget): Look {
  const { bytes } = step
  const decoded = decodeText(bytes)
  const text = decoded?.text
  const found = (shape: Shape): Look => ({ ...step, shape, text })
  if (bytes.length === 0 || text?.trim() === '') return found({ is: 'empty' })
  // Its declared encoding and byte order mark are the judge's business: it gets the bytes as they are.
  if (looksLikeXml(bytes)) return xmlOrHtml(step, text, budget)
  if (text === undefined) return lookInBytes(step, budget) ?? found({ is: 'binary' })
  const inner = decoded?.isUtf16 ? [...step.layers, layer('utf-16', Buffer.from(text))] : step.layers
  return lookInText({ ...step, layers: inner }, text.trim(), budget) ?? { ...found({ is: 'text' }), layers: inner }
}

function xmlOrHtml(step: Step, text: string | undefined, budget: Budget): Look {
  if (text !== undefined && looksLikeHtml(text)) {
    const message = messageField({ is: 'fields', carrier: 'html-form', address: null, fields: readHtmlForm(text) })
    return message === undefined
      ? { ...step, text, shape: { is: 'html', text } }
      : open(step, message.layer, message.bytes, budget, message.beside)
  }
  const root = readRootTag(text ?? Buffer.from(step.bytes).toString('latin1'))
  const { local = '', namespace } = root ?? {}
  return { ...step, text, shape: { is: 'xml', bytes: step.bytes, local, namespace } }
}

function lookInText(step: Step, text: string, budget: Budget): Look | undefined {
  const found = (shape: Shape): Look => ({ ...step, shape, text })
  const json = readJson(text)
  if (json !== undefined) return lookInJson(step, json.value, text, budget) ?? found({ is: 'json', text, ...json })
  if (looksLikeKeys(text)) return found({ is: 'keys', bytes: step.bytes })
  const fields = readHttpMessage(text) ?? readMultipart(text) ?? readAddress(text) ?? readQuery(text)
  if (fields !== undefined) return lookInFields(step, fields, text, budget) ?? found(fields)
  const token = readToken(text)
  if (token !== undefined) return found({ is: 'token', token })
  return believed(unescaped(step, text, budget)) ?? believed(lookInBase64(step, text, budget))
}

/** One that ends in nothing known was no wrapping at all. */
const believed = (found: Look | undefined): Look | undefined =>
  found === undefined || ['text', 'binary', 'empty'].includes(found.shape.is) ? undefined : found

function open(
  step: Step,
  wrapping: InspectedLayer,
  bytes: Uint8Array,
  budget: Budget,
  more: readonly Field[] = [],
): Look {
  const next = { ...step, bytes, layers: [...step.layers, wrapping], fields: [...step.fields, ...more] }
  if (next.layers.length > inspectionLimits.layers) return { ...next, shape: { is: 'binary' }, text: undefined }
  return look(next, budget)
}

function lookInJson(step: Step, value: unknown, text: string, budget: Budget): Look | undefined {
  if (typeof value === 'string' && value !== text)
    return believed(open(step, layer('json-text', Buffer.from(value)), Buffer.from(value), budget))
  const message = jsonFields(value)
  return message && lookInFields(step, message, undefined, budget)
}

/** The message a form or address carries, decoded; undefined where it carries none. */
function lookInFields(
  step: Step,
  fields: Extract<Shape, { is: 'fields' }>,
  text: string | undefined,
  budget: Budget,
): Look | undefined {
  const message = messageField(fields)
  if (message === undefined) return undefined
  const query = text === undefined || fields.carrier === 'multipart' ? undefined : redirectQuery(text)
  return open({ ...step, query }, message.layer, message.bytes, budget, message.beside)
}

function unescaped(step: Step, text: string, budget: Budget): Look | undefined {
  const bytes = decodePercent(text)
  return bytes && open(step, layer('url-encoding', bytes), bytes, budget)
}

function lookInBase64(step: Step, text: string, budget: Budget): Look | undefined {
  // Consoles and mails break Base64 into lines and put quotes around it.
  const bare = text.replace(/^(["'])([\s\S]*)\1$/, '$2')
  const bytes = decodeBase64Text(bare)
  if (bytes === undefined || bytes.length < SHORTEST) return undefined
  if (looksLikeKeys(bytes)) return { ...step, shape: { is: 'keys', bytes: Buffer.from(bare) }, text }
  return open(step, layer(/[-_]/.test(bare) ? 'base64url' : 'base64', bytes), bytes, budget)
}

/** Any shorter word may be Base64 by chance. */
const SHORTEST = 8

function lookInBytes(step: Step, budget: Budget): Look | undefined {
  if (looksLikeKeys(step.bytes)) return { ...step, shape: { is: 'keys', bytes: step.bytes }, text: undefined }
  const inflated = inflateOnce(step.bytes, budget)
  if (inflated === undefined) return undefined
  if (inflated === 'too-large') return { ...step, shape: { is: 'too-large' }, text: undefined }
  return believed(open(step, layer(inflated.kind, inflated.bytes), inflated.bytes, budget))
}

const layer = (kind: InspectedLayer['kind'], { length }: Uint8Array): InspectedLayer => ({ kind, bytes: length })
