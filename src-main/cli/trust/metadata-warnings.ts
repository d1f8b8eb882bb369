import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { visibleText } from '#shared/comparison/visible-text.ts'
import type { Console } from '../process/console.ts'

/** Metadata that is given as trusted is used whatever its faults; they are noted, for they may explain a verdict. */
export function noteMetadataFaults(
  file: string,
  bytes: Uint8Array,
  role: 'idp' | 'sp',
  now: Date,
  console: Console,
): void {
  const { findings } = judgeMetadata(bytes, { now, mode: 'interop', role })
  const faults = findings.filter(
    ({ severity, causedBy }) => causedBy === undefined && (severity === 'error' || severity === 'warning'),
  )
  for (const title of new Set(faults.map((fault) => fault.title)))
    console.note(`Warning: ${visibleText(file)}: ${title}`)
}
