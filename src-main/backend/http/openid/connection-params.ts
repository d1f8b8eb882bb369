import { z } from 'zod'
import { ConnectionId } from '#shared/model/ids.ts'

export const ConnectionParams = z.object({ id: ConnectionId })
