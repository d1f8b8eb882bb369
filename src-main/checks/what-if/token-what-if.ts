import type { WhatIf } from '#shared/model/what-if.ts'
import { judgeOpenedToken } from '../judge-token.ts'
import { openToken } from '../oidc/token/open-token.ts'
import type { TokenContext } from '../oidc/token/token-context.ts'
import { type TokenAlternatives, type TokenCandidate, tokenCandidates } from './token-candidates.ts'

/**
 * Judges a captured token again with every single change that could explain its refusal, and lists those with which it passes,
 * smallest first. Nothing is combined and nothing is published: one change that passes names the cause.
 */
export async function tokenWhatIf(
  token: string,
  context: TokenContext,
  others: TokenAlternatives = { keys: [], privateKeys: [] },
): Promise<WhatIf[]> {
  const quiet = { ...context, stopwatch: undefined }
  const opened = await openToken(token, context.client.decryptionKeys)
  if (opened.signed === undefined) return withOtherPrivateKeys(token, quiet, others)
  const passing: WhatIf[] = []
  for (const candidate of tokenCandidates(quiet, opened.signed, others)) {
    if (candidate.kind === 'clock-skew' && passing.some(({ kind }) => kind === 'clock-skew')) continue
    const { verdict, findings } = judgeOpenedToken(opened, candidate.context)
    if (verdict === 'accepted') passing.push(explained(candidate, findings))
  }
  return passing
}

/** What is sealed shows nothing that could be changed but the key that opens it. */
async function withOtherPrivateKeys(token: string, context: TokenContext, { privateKeys }: TokenAlternatives) {
  const passing: WhatIf[] = []
  for (const [index, key] of privateKeys.entries()) {
    const { verdict, findings } = judgeOpenedToken(await openToken(token, [key]), context)
    const change = { kind: 'private-key', from: null, to: `another private key (${index + 1})`, allowed: true } as const
    if (verdict === 'accepted') passing.push(explained(change, findings))
  }
  return passing
}

const explained = (
  { kind, from, to, allowed }: Omit<TokenCandidate, 'context'>,
  findings: ReturnType<typeof judgeOpenedToken>['findings'],
): WhatIf => ({
  kind,
  from,
  to,
  allowed,
  warnings: findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code),
})
