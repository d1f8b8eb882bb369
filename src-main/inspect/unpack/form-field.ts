import { decodePercent } from './percent.ts'

const fields = /(?:^|[?&\s])SAML(?:Response|Request)=([^&#\s]*)/

/** The message in a form body, a query, or a whole address (SAML Bindings §3.4.4, §3.5.4); its URL encoding is taken off. */
export function formField(text: string): Uint8Array | undefined {
  const [, value] = fields.exec(text) ?? []
  if (value === undefined) return undefined
  return decodePercent(value) ?? Buffer.from(value, 'latin1')
}
