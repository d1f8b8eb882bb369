import type { BackendOptions } from '#main/backend/backend.ts'
import type { Console } from '../process/console.ts'
import { withoutPersonalData } from './without-personal-data.ts'

type Log = NonNullable<BackendOptions['log']>

/** The operator's log: one JSON object a line, on standard error. */
export const logToNotes =
  ({ note, clock }: Console): Log =>
  ({ level, event, details, cause }) => {
    const because = cause instanceof Error ? { cause: withoutPersonalData(cause.stack ?? cause.message) } : {}
    note(JSON.stringify({ at: clock().toISOString(), level, event, ...details, ...because }))
  }
