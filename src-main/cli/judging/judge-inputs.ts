import { readBytes } from '../files/read-bytes.ts'
import { listInputs } from '../input/list-inputs.ts'
import type { Console } from '../process/console.ts'

export interface Judged<Judgement> {
  readonly file: string
  readonly judgement: Judgement
  /** Lines and columns in the judgement count in the file as it is, not in something decoded from it. */
  readonly placesAreInFile: boolean
}

export interface JudgedInputs<Judgement> {
  readonly judged: readonly Judged<Judgement>[]
  readonly several: boolean
}

/**
 * Reads and judges one input after the other, so that of thousands only one is in memory.
 * @throws {UsageError} where one cannot be read; nothing is printed then
 */
export async function judgeInputs<Judgement, Read = Uint8Array>(
  words: readonly string[],
  judge: (read: Read) => Omit<Judged<Judgement>, 'file'> | Promise<Omit<Judged<Judgement>, 'file'>>,
  read: (file: string) => Promise<Read>,
): Promise<JudgedInputs<Judgement>> {
  const { files, several } = await listInputs(words)
  const judged: Judged<Judgement>[] = []
  for (const file of files) judged.push({ file, ...(await judge(await read(file))) })
  return { judged, several }
}

/** @param limit bytes; one more is read, so that the judge sees that it is too large */
export const fromFile =
  (limit: number, console: Console) =>
  (file: string): Promise<Uint8Array> =>
    readBytes(file, limit, console)
