import { visibleText } from '#shared/comparison/visible-text.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import { icons, type Paint } from './paint.ts'

/** The first thing to see: icon, word and colour agree, then the file, then one sentence. */
export const verdictLines = (
  { word, says }: { readonly word: string; readonly says: string },
  look: Severity,
  file: string,
  paint: Paint,
): string[] => [
  `${paint.bold(paint.severity(look, `${icons[look]} ${word}`))}  ${paint.dim(file === '-' ? 'standard input' : visibleText(file))}`,
  `  ${says}`,
]

export const verdictLooks: Readonly<Record<Verdict, Severity>> = {
  accepted: 'passed',
  rejected: 'error',
  undecided: 'not-verified',
}
