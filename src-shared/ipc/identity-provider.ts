import { z } from 'zod'
import { Connection } from '../model/connection.ts'
import { SingleSignOnBinding } from '../model/identity-provider.ts'
import { ConnectionId } from '../model/ids.ts'
import { call } from './declare.ts'

const For = z.object({ connectionId: ConnectionId })

/** More than this is not read into memory from the window; aggregates are opened by path. */
export const MAXIMUM_DOCUMENT_BYTES = 10 * 1024 * 1024

/** Ways to load the identity provider's side. Each judges what it got; a problem leaves the connection as it was. */
export const identityProviderIpc = {
  loadUrl: call(For.extend({ url: z.string() }), Connection),
  loadDocument: call(
    For.extend({ source: z.enum(['file', 'paste']), name: z.string(), bytes: z.instanceof(Uint8Array) }),
    Connection,
  ),
  enterByHand: call(
    For.extend({
      entityId: z.string(),
      ssoUrl: z.string(),
      binding: SingleSignOnBinding,
      /** PEM with or without armour, line ends and spaces as they come. */
      certificate: z.string(),
      signOutUrl: z.string(),
    }),
    Connection,
  ),
}
