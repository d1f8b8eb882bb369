import { z } from 'zod'
import { Connection } from '../model/connection.ts'
import { ConnectionId } from '../model/ids.ts'
import { TestTarget } from '../model/test-run.ts'
import { call } from './declare.ts'

export const serviceProviderIpc = {
  /** Makes key pair, certificate and metadata for an application elsewhere. The key is sealed on this machine. */
  generate: call(
    z.object({ connectionId: ConnectionId, entityId: z.string(), acsUrl: z.string(), signOutUrl: z.string() }),
    Connection,
  ),
  /** Saves the metadata where the user says; null where they cancel. */
  saveMetadata: call(z.object({ connectionId: ConnectionId, target: TestTarget }), z.string().nullable()),
  /** Hands the metadata over to the practice identity provider, as an administrator there would upload it. */
  registerAtPracticeIdp: call(
    z.object({ connectionId: ConnectionId, target: TestTarget }),
    z.object({ entityId: z.string() }),
  ),
}
