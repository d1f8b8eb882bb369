import type { IncomingMessage } from '#main/checks/message/open-incoming.ts'
import type { Look } from '../look/shape.ts'
import type { XmlShape } from './xml-text.ts'

/** With its address where it was deflated in one (HTTP-Redirect binding), so that the signature there counts. */
export const incomingOf = ({ bytes }: XmlShape, { query, layers }: Look): IncomingMessage =>
  query !== undefined && layers.some(({ kind }) => kind === 'deflate')
    ? { kind: 'redirect', query }
    : { kind: 'xml', xml: bytes }
