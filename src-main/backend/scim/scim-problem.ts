import { ScimRefused } from './scim-refused.ts'

export interface ScimProblem {
  readonly status: number
  readonly scimType: string | undefined
  readonly detail: string
}

/** What a directory is told of it; undefined where it is no fault of what was sent. */
export function scimProblem(error: unknown): ScimProblem | undefined {
  if (error instanceof ScimRefused) {
    const { status, scimType, message: detail } = error
    return { status, scimType, detail }
  }
  if (!(error instanceof Error)) return undefined
  // SCIMMY's own; and it refuses values of another type with a TypeError.
  if (error.name === 'SCIMError') {
    const { status = 400, scimType } = error as { status?: number; scimType?: string }
    return { status, scimType, detail: error.message }
  }
  const isOfScimmy = error instanceof TypeError && /scimmy/.test(error.stack ?? '')
  return isOfScimmy ? { status: 400, scimType: 'invalidValue', detail: error.message } : undefined
}
