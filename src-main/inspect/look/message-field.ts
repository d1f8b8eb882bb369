import type { InspectedLayer } from '#shared/model/inspection.ts'
import type { Field, Shape } from './shape.ts'

export interface CarriedMessage {
  readonly layer: InspectedLayer
  readonly bytes: Uint8Array
  /** The other fields. */
  readonly beside: readonly Field[]
}

const MESSAGES = ['SAMLResponse', 'SAMLRequest', 'wresult']

/** The SAML message (or the WS-Federation result) that fields carry; undefined where they carry none. */
export function messageField({ carrier, fields }: Extract<Shape, { is: 'fields' }>): CarriedMessage | undefined {
  const message = fields.find(({ name, value }) => MESSAGES.includes(name) && value.trim() !== '')
  if (message === undefined) return undefined
  const bytes = Buffer.from(message.value)
  return {
    layer: { kind: carrier, name: message.name, bytes: bytes.length },
    bytes,
    beside: fields.filter((field) => field !== message),
  }
}
