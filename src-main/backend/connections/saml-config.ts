import type { z } from 'zod'
import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { SamlConfig, type SamlConfigChange } from '#shared/http-api/provider.ts'
import { Refused } from '../refusals/refused.ts'
import type { Connection } from './connection.ts'
import { checkUrl } from './url-policy.ts'

/** A draft's configuration grows; a provider's is complete. */
export const PartialSamlConfig = SamlConfig.partial()
export type PartialSamlConfig = z.output<typeof PartialSamlConfig>

const urls = ['idpSsoUrl', 'idpSloUrl', 'idpMetadataUrl', 'spAcsUrl'] as const

/**
 * Checks what a schema cannot, and puts certificates into one form: PEM with armour and 64 characters a line.
 * @throws {Refused} naming the field
 */
export function normaliseSamlConfig(config: PartialSamlConfig): PartialSamlConfig {
  for (const name of urls) checkUrl(config[name], `config.${name}`)
  const { idpCertificate, idpCertificates, spCertificate } = config
  return {
    ...config,
    ...(idpCertificate !== undefined && { idpCertificate: pemOf(idpCertificate, 'config.idpCertificate') }),
    ...(spCertificate !== undefined && { spCertificate: pemOf(spCertificate, 'config.spCertificate') }),
    ...(idpCertificates !== undefined && {
      idpCertificates: idpCertificates.map((one, index) => pemOf(one, `config.idpCertificates[${index}]`)),
    }),
  }
}

/** What is left out stays as it is, null takes away. @throws {Refused} naming the field */
export function mergeSamlConfig(before: Readonly<PartialSamlConfig>, change: SamlConfigChange): PartialSamlConfig {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  const merged = Object.entries({ ...before, ...Object.fromEntries(given) }).filter(([, value]) => value !== null)
  return normaliseSamlConfig(PartialSamlConfig.parse(Object.fromEntries(merged)))
}

/** Not to be changed: whoever asks for the same configuration is given the same object. */
export function samlConfigOf({ config }: Pick<Connection, 'config'>): Readonly<PartialSamlConfig> {
  const isObject = typeof config === 'object' && config !== null
  const known = isObject ? parsed.get(config) : undefined
  if (known !== undefined) return known
  const made = PartialSamlConfig.parse(config)
  if (isObject) parsed.set(config, made)
  return made
}

/** Stores give the same object for the same text, so that a sign-in need not parse it anew. */
const parsed = new WeakMap<object, PartialSamlConfig>()

const required = ['idpEntityId', 'idpSsoUrl', 'idpCertificate'] as const

/** @throws {Refused} naming the first field that is missing: without a signing certificate nobody could be trusted */
export function completeSamlConfig(config: Readonly<PartialSamlConfig>): SamlConfig {
  for (const name of required) {
    if (config[name] === undefined) throw new Refused('config.incomplete', { field: `config.${name}` })
  }
  // What is stored was parsed when it was read, and now nothing that is required is missing.
  return config as SamlConfig
}

function pemOf(input: string, field: string): string {
  try {
    return readCertificate(input).summary.pem
  } catch (cause) {
    if (cause instanceof CertificateRefused) throw new Refused(`config.certificate.${cause.reason}`, { field })
    throw cause
  }
}
