import type { Finding } from '#shared/model/finding.ts'
import type { Judged } from '../finding/judged.ts'
import type { ReadMessage } from './read-message.ts'

/** What was found before the table of checks could run. */
export function judgedOnTheWay({ structures, openings }: Pick<ReadMessage, 'structures' | 'openings'>): Judged[] {
  const faults = structures.flatMap((structure) => structure.faults)
  const misplaced = structures.flatMap((structure) => structure.signatureFaults)
  return [
    ...(faults.length === 0 ? [passedStructure] : faults.map((fault): Judged => ['saml.structure', fault])),
    ...misplaced.map((fault): Judged => ['saml.signature', fault]),
    ...openings.flatMap(({ encryption, algorithm }): Judged[] => [
      ['saml.encryption', encryption],
      ['saml.encryption-algorithm', algorithm],
    ]),
  ]
}

const passedStructure: Judged = ['saml.structure', { kind: 'passed', trust: 'verified' }]

const unopened: ReadonlySet<string> = new Set(['saml.encryption.other-key', 'saml.encryption.retired-key'])

/** By an error. What we have no key for is not refuted: nobody can tell. */
export const isRefuted = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity, code }) => severity === 'error' && !unopened.has(code))
