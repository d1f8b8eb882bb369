import type { WhatIf } from '#shared/model/what-if.ts'
import { judgeResponse } from '../judge-response.ts'
import type { ResponseContext } from '../response-context.ts'
import { type Alternatives, type Candidate, candidatesFor } from './candidates.ts'
import { readMessageValues } from './message-values.ts'

/**
 * Judges a captured response again with every single change that could explain its refusal, and lists those with which it
 * passes, smallest first. Nothing is combined and nothing is published: one change that passes names the cause.
 * @param onJudged after each judgement, for progress; return false to stop early
 */
export function whatIf(
  message: string | Uint8Array,
  context: ResponseContext,
  others: Alternatives = { certificates: [], privateKeys: [] },
  onJudged: (done: number, all: number) => boolean = () => true,
): WhatIf[] {
  const candidates = candidatesFor(context, readMessageValues(message), others)
  const passing: WhatIf[] = []
  for (const [index, candidate] of candidates.entries()) {
    if (candidate.kind === 'clock-skew' && passing.some(({ kind }) => kind === 'clock-skew')) continue
    const judged = judge(message, candidate)
    if (judged !== undefined) passing.push(judged)
    if (!onJudged(index + 1, candidates.length)) break
  }
  return passing
}

function judge(message: string | Uint8Array, { kind, from, to, allowed, context }: Candidate): WhatIf | undefined {
  const { verdict, findings } = judgeResponse(message, { ...context, stopwatch: undefined })
  if (verdict !== 'accepted') return undefined
  const warnings = findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code)
  return { kind, from, to, allowed, warnings }
}
