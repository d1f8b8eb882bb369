import type { Connection } from '#shared/model/connection.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { PracticeClient } from '../processes/contracts.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { practiceClient } from './register-at-practice.ts'

/** Every client at this issuer; one whose secret cannot be opened now is left out, and is registered again by hand. */
export async function knownClients(
  connections: readonly Connection[],
  secrets: Secrets,
  issuer: string,
): Promise<readonly PracticeClient[]> {
  const known = connections.map(async (connection) => {
    const { openidProvider, openidClient } = connection
    if (openidProvider?.issuer !== issuer || openidClient === null) return []
    try {
      return [await practiceClient(secrets, connection, openidClient)]
    } catch (error) {
      if (error instanceof InputRefused) return []
      throw error
    }
  })
  return (await Promise.all(known)).flat()
}
