import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { causeText } from './cause-text.ts'
import { redactLog } from './redact-log.ts'

const MAXIMUM_BYTES = 1_000_000

/** @param cause an error with its causes, or a short text; secrets in it are removed */
export type Log = (what: string, cause?: unknown) => void

/** Appends to `claimcheck.log`; the file before it is kept as `claimcheck.old.log`. A log that cannot be written stops nothing. */
export function openLog(folder: string, clock: () => Date): Log {
  const path = join(folder, 'claimcheck.log')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    return () => undefined
  }
  return (what, cause) => {
    const line = redactLog([what, causeText(cause)].filter((text) => text !== '').join(' — ')).replaceAll(
      /\s*\n\s*/g,
      ' | ',
    )
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAXIMUM_BYTES)
        renameSync(path, join(folder, 'claimcheck.old.log'))
      appendFileSync(path, `${clock().toISOString()} ${line}\n`, { mode: 0o600 })
    } catch {
      // A full disk must not stop what the user is doing.
    }
  }
}
