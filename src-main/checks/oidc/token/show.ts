import type { Json } from '#main/oidc/token/parse-json.ts'

/** A value as it stands in the message, for `actual`: texts bare, all else as JSON. */
export const show = (value: Json | undefined): string | undefined =>
  value === undefined || typeof value === 'string' ? value : JSON.stringify(value)
