import type { Finding } from '#shared/model/finding.ts'

/** One judged file as reports for other tools see it. */
export interface ReportedFile {
  /** Path, address, or `-`. */
  readonly file: string
  readonly verdict: string
  readonly words: { readonly word: string; readonly says: string }
  readonly isGood: boolean
  readonly findings: readonly Finding[]
  /** Lines and columns of findings count in the file as it is. */
  readonly placesAreInFile: boolean
}
