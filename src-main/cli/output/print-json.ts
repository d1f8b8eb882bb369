import type { Console } from '../process/console.ts'

/** One judgement as an object, several as an array in the order of the files. */
export const printJson = (judgements: readonly unknown[], console: Console): void =>
  console.out(`${JSON.stringify(judgements.length === 1 ? judgements[0] : judgements, null, 2)}\n`)
