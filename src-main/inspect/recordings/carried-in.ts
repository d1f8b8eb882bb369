import { readHtmlForm } from '../look/read-html-form.ts'
import type { Field, Shape } from '../look/shape.ts'
import type { RecordedExchange } from './recorded-exchange.ts'

/** Something in an exchange that is a thing of its own, still wrapped. */
export interface Carried {
  /** Such as `SAMLResponse` or `answer`. */
  readonly name: string
  readonly text: string
  /** A page shows the message that the next request sends: one and the same. */
  readonly key: string
}

const MESSAGES = new Set(['SAMLRequest', 'SAMLResponse', 'wresult'])
/** Others are for those they were made for: nothing is to be seen in them. */
const TOKENS = new Set(['id_token'])

/** Everything one exchange carries, of the request first. */
export function carriedIn(
  exchange: RecordedExchange,
  address: Extract<Shape, { is: 'fields' }> | undefined,
): Carried[] {
  const { url, form, answer } = exchange
  // With its address, whose signature is judged too.
  const inAddress = (address?.fields ?? [])
    .filter(isMessage)
    .slice(0, 1)
    .map(({ name, value }) => ({ name, text: url, key: value }))
  const inForm = form.filter(isMessage).map(({ name, value }) => ({ name, text: value, key: value }))
  const tokens = [...(address?.fields ?? []), ...form].filter(
    ({ name, value }) => TOKENS.has(name) && value.includes('.'),
  )
  return [
    ...inAddress,
    ...inForm,
    ...tokens.map(({ name, value }) => ({ name, text: value, key: value })),
    ...inAnswer(answer),
  ]
}

const isMessage = ({ name, value }: Field) => MESSAGES.has(name) && value !== ''

function inAnswer(answer: RecordedExchange['answer']): Carried[] {
  if (answer === null) return []
  const { type, text } = answer
  if (/html/i.test(type)) {
    if (!/SAML(?:Request|Response)|wresult/.test(text)) return []
    return readHtmlForm(text)
      .filter(isMessage)
      .map(({ name, value }) => ({ name, text: value, key: value }))
  }
  const isOfSignIn =
    /"(?:id_token|access_token|keys|authorization_endpoint|jwks_uri)"\s*:|EntityDescriptor|EntitiesDescriptor|^[\w-]{10,}\.[\w-]{10,}\.[\w-]*$/
  return isOfSignIn.test(text) ? [{ name: 'answer', text, key: text }] : []
}
