import { type ClaimcheckApi, type ClaimcheckBridge, contract } from '#shared/ipc/contract.ts'
import type { Answer } from '#shared/ipc/declare.ts'
import type { Problem } from '#shared/model/problem.ts'
import { AskRefused } from './ask-refused.ts'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly claimcheck: ClaimcheckBridge
  }
}

type Ask = (input?: unknown) => Promise<Answer<unknown>>
/** Told of every refusal; true: what stood in the way is gone, ask once more. */
export type Recover = (problem: Problem) => Promise<boolean>

/** The bridge as the window uses it: calls return their output or throw `AskRefused`. */
export function windowApi(bridge: ClaimcheckBridge, recover: Recover = async () => false): ClaimcheckApi {
  const features = Object.entries(contract).map(([feature, members]) => {
    const bridged = bridge[feature as keyof ClaimcheckBridge] as Record<string, Ask>
    const entries = Object.entries(members).map(([name, member]) => {
      const ask = bridged[name] as Ask
      return [name, member.kind === 'event' ? ask : (input?: unknown) => value(() => ask(input), recover)]
    })
    return [feature, Object.fromEntries(entries)]
  })
  // Built member by member from the contract that the type is derived from.
  return Object.fromEntries(features) as ClaimcheckApi
}

async function value(ask: () => Promise<Answer<unknown>>, recover: Recover): Promise<unknown> {
  const first = await ask()
  if (first.ok) return first.value
  const answer = (await recover(first.problem)) ? await ask() : first
  if (!answer.ok) throw new AskRefused(answer.problem)
  return answer.value
}
