import type { ClaimcheckApi } from '#shared/ipc/contract.ts'
import type { Connection } from '#shared/model/connection.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'

/** A question that changes one of both sides; everybody sees its answer. */
export function useOpenid<Input>(
  onDone: () => void,
  call: (api: ClaimcheckApi['openid'], input: Input) => Promise<Connection>,
) {
  const api = useApi()
  const keep = useKeepConnection()
  return useAsk(
    (input: Input) => call(api.openid, input),
    (connection) => {
      keep(connection)
      onDone()
    },
  )
}
