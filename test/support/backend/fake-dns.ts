import type { LookUpTxt, TxtAnswer } from '#main/net/look-up-txt.ts'

/** Knows nothing but what it is told. */
export function fakeDns() {
  const records = new Map<string, TxtAnswer>()
  const lookUpTxt: LookUpTxt = async (name) => records.get(name) ?? { kind: 'absent' }
  return { lookUpTxt, set: (name: string, answer: TxtAnswer) => records.set(name, answer) }
}
