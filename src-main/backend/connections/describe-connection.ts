import type { Connection } from './connection.ts'

/** For the audit log: the configuration holds no secret, a changed secret shows by its version. */
export function describeConnection(connection: Connection) {
  const { type, issuer, domains, inheritsDomains, enabled, config, clientSecretVersion, spCertificate } = connection
  return { type, issuer, domains: [...domains], inheritsDomains, enabled, config, clientSecretVersion, spCertificate }
}

/** What differs, and nothing else. */
export function describeChange(before: Connection, after: Connection) {
  const [old, young] = [describeConnection(before), describeConnection(after)]
  const names = (Object.keys(old) as (keyof typeof old)[]).filter(
    (name) => JSON.stringify(old[name]) !== JSON.stringify(young[name]),
  )
  const pick = (from: typeof old) => Object.fromEntries(names.map((name) => [name, from[name]]))
  return { before: pick(old), after: pick(young) }
}
