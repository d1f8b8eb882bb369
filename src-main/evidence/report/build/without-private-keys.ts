import { mapStrings } from '../map-strings.ts'

const privateKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g

/** People paste keys into the oddest fields. None of them gets further than this, whatever field it is in. */
export const withoutPrivateKeys = <Value>(value: Value): Value =>
  mapStrings(value, (text) => text.replace(privateKey, '[private key removed]'))
