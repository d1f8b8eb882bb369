import { z } from 'zod'

/** `not-verified`: could not be judged. It is never shown as passed. */
export const Severity = z.enum(['error', 'warning', 'info', 'not-verified', 'passed'])
export type Severity = z.infer<typeof Severity>

/** Who has to change something. */
export const Owner = z.enum(['idp-admin', 'sp-admin', 'user', 'network'])
export type Owner = z.infer<typeof Owner>

/** Where in the message. Line and column count from 1. `decrypted/1` is the first part we decrypted. */
export const Location = z.object({
  document: z.string(),
  path: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
})
export type Location = z.infer<typeof Location>

/** One thing that was judged. Texts come from the catalogue in `findings/`. */
export const Finding = z.object({
  /** Stable and public: a check's code where it passed or could not be judged, a fault's code otherwise. */
  code: z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/),
  severity: Severity,
  title: z.string(),
  detail: z.string(),
  expected: z.string().optional(),
  actual: z.string().optional(),
  /** Read from bytes that no signature we trust covers. */
  unverified: z.literal(true).optional(),
  rootCause: z.boolean(),
  /** Code of the root cause that this one follows from. */
  causedBy: z.string().optional(),
  location: Location.optional(),
  owner: Owner,
  fix: z.string().optional(),
  /** Clause of the specification. */
  reference: z.string().optional(),
})
export type Finding = z.infer<typeof Finding>
