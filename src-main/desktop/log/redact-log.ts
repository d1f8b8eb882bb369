/** What no log line may hold, whoever wrote it into an error's text. */
const secrets: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[private key]'],
  [/\b(Bearer|Basic) [A-Za-z0-9._~+/=-]+/gi, '$1 [removed]'],
  [/\b(SAMLResponse|SAMLRequest|RelayState|password|passphrase|client_secret|code|token)=[^&\s"']+/gi, '$1=[removed]'],
  // Keys, tokens and messages are long runs; ids and thumbprints (64) are not.
  [/[A-Za-z0-9+/_-]{80,}={0,2}/g, '[removed]'],
]

export const redactLog = (text: string): string =>
  secrets.reduce((redacted, [pattern, instead]) => redacted.replace(pattern, instead), text)
