import type { InspectedLayer } from '#shared/model/inspection.ts'

/** One field of a form or parameter of an address, decoded once. */
export interface Field {
  readonly name: string
  readonly value: string
}

export type FieldsCarrier = Extract<
  InspectedLayer['kind'],
  'address' | 'form' | 'multipart' | 'http-message' | 'html-form'
>

/** What something is by its looks; what it means is for `describe/`. */
export type Shape =
  | { readonly is: 'empty' | 'too-large' | 'text' | 'binary' }
  | { readonly is: 'xml'; readonly bytes: Uint8Array; readonly local: string; readonly namespace: string | undefined }
  | { readonly is: 'html'; readonly text: string }
  | { readonly is: 'json'; readonly value: unknown; readonly text: string }
  | { readonly is: 'keys'; readonly bytes: Uint8Array }
  | { readonly is: 'token'; readonly token: string }
  | {
      readonly is: 'fields'
      readonly carrier: FieldsCarrier
      /** Without query and fragment; null where there is none. */
      readonly address: string | null
      readonly fields: readonly Field[]
    }

/** A shape and how it was reached. */
export interface Look {
  readonly shape: Shape
  /** Outermost first. */
  readonly layers: readonly InspectedLayer[]
  /** Fields that came beside the message, at every layer. */
  readonly fields: readonly Field[]
  /** The query that a message travelled in, as received: its signature is over these octets. */
  readonly query: string | undefined
  /** What it is decoded from, as text; undefined where it is none. */
  readonly text: string | undefined
}
