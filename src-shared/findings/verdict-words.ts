import type { MetadataJudgement, Verdict } from '../model/judgement.ts'

interface VerdictText {
  readonly word: string
  /** One sentence. */
  readonly says: string
}

export const responseVerdictWords: Readonly<Record<Verdict, VerdictText>> = {
  accepted: { word: 'Accepted', says: 'This response is genuine, current and meant for this application.' },
  rejected: { word: 'Rejected', says: 'This response would be refused.' },
  undecided: { word: 'Undecided', says: 'Nothing was refuted, but nothing proves who sent this response.' },
}

export const metadataVerdictWords: Readonly<Record<MetadataJudgement['verdict'], VerdictText>> = {
  valid: { word: 'Valid', says: 'This metadata can be used.' },
  invalid: { word: 'Invalid', says: 'This metadata has to be mended before it can be used.' },
}
