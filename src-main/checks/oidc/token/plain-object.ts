import type { z } from 'zod'
import type { JsonObject } from '#main/oidc/token/parse-json.ts'

/** A copy for a judgement, which leaves this room as any JSON does. */
export const plainObject = (object: JsonObject): Record<string, z.core.util.JSONType> =>
  JSON.parse(JSON.stringify(object))
