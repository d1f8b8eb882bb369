import * as client from 'openid-client'
import { withClient } from './configure-client.ts'
import type { Exchange } from './exchange.ts'
import { answered, type ClientOpinion, messageOf, type ReceivedAnswer } from './received-answer.ts'
import { startRecording } from './recording-fetch.ts'
import type { RelyingParty } from './relying-party.ts'

export interface RefreshedLogin {
  readonly opinion: ClientOpinion
  /** To be judged with the `sub` of the first token (OpenID Connect Core §12.2); it need not hold an ID Token. */
  readonly tokenResponse: ReceivedAnswer | undefined
  readonly exchanges: readonly Exchange[]
}

/** Redeems a refresh token. Never throws for what the provider answers. */
export async function refreshLogin(party: RelyingParty, refreshToken: string): Promise<RefreshedLogin> {
  const recording = startRecording(party)
  const received = () => ({
    tokenResponse: answered(recording.answerOf(String(party.provider.token_endpoint))),
    exchanges: recording.exchanges,
  })
  try {
    await withClient(party, recording, undefined, (config) => client.refreshTokenGrant(config, refreshToken))
    return { opinion: { kind: 'accepted' }, ...received() }
  } catch (error) {
    return { opinion: { kind: 'refused', message: messageOf(error) }, ...received() }
  }
}
