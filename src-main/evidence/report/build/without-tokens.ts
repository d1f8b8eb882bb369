import { mapStrings } from '../map-strings.ts'

const MASK = '••••••'
/** JOSE's compact form (RFC 7515 §7.1, RFC 7516 §7.1): its header is a JSON object, and so begins with `eyJ`. */
const compact = /(?<![\w-])eyJ[\w-]{8,}(?:\.[\w-]*){2,4}/g
const names = 'access_token|refresh_token|id_token|client_secret|client_assertion|device_secret'
const member = new RegExp(`(\\\\?"(?:${names})\\\\?"\\s*:\\s*\\\\?")(?:[^"\\\\]|\\\\[^"])*`, 'g')
const field = new RegExp(`((?:^|[?&#\\s])(?:${names})=)[^&#\\s"]+`, 'g')

/**
 * Tokens turn up where no mask knew of them: in an error page, in a claim that refers to another service (OpenID Connect Core
 * §5.6.2), in an answer that is a form. None of them gets further than this, whatever it is in.
 */
export const withoutTokens = <Value>(value: Value): Value =>
  mapStrings(value, (text) => text.replace(compact, MASK).replace(member, `$1${MASK}`).replace(field, `$1${MASK}`))
