import type { ClaimcheckApi } from '#shared/ipc/contract.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { Problem } from '#shared/model/problem.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import type { AggregateSource } from './aggregate-source.ts'

/** What every way to load needs: which connection, and what to do when it is there. */
export interface LoadProps {
  readonly connectionId: ConnectionId
  readonly onLoaded: () => void
}

/** Where metadata of many may come from. */
export interface LoadManyProps extends LoadProps {
  readonly onAggregate: (source: AggregateSource) => void
}

/** One way to load, as a question to main whose answer everybody sees. */
export function useLoad<Input>(
  onLoaded: () => void,
  load: (api: ClaimcheckApi['identityProvider'], input: Input) => Promise<Connection>,
  onRefused?: (problem: Problem) => void,
) {
  const api = useApi()
  const keep = useKeepConnection()
  return useAsk(
    (input: Input) => load(api.identityProvider, input),
    (connection) => {
      keep(connection)
      onLoaded()
    },
    onRefused,
  )
}
