import { confused, headerKeys, unsigned, unverified } from './algorithms.ts'
import type { Attack } from './attack.ts'
import { audiences, issuers, nonces, subjects, times } from './claims.ts'
import { belongings, confusedTokens, keySets } from './forms.ts'

/** Every attack on an ID Token, by row of the table of threats. */
export const catalogue: readonly Attack[] = [
  unsigned,
  confused,
  unverified,
  headerKeys,
  issuers,
  audiences,
  times,
  nonces,
  confusedTokens,
  subjects,
  keySets,
  belongings,
].flat()
