import { z } from 'zod'
import { ConnectionId } from '#shared/model/ids.ts'

export const ConnectionQuery = z.object({ connection: ConnectionId })
