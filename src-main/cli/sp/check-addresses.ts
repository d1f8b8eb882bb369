import { UsageError } from '../process/usage-error.ts'
import type { SpAddresses } from './sp-options.ts'

/** As metadata says them. @throws {UsageError} naming the option */
export function checkAddresses({ entityId, acsUrl, sloUrl }: SpAddresses) {
  const named = entityId.trim()
  if (named === '' || /\s/.test(named)) throw new UsageError(`--entity-id takes a URI, not "${entityId}".`)
  return {
    entityId: named,
    acsUrl: webAddress('--acs-url', acsUrl),
    signOutUrl: sloUrl === undefined ? null : webAddress('--slo-url', sloUrl),
  }
}

function webAddress(option: string, text: string): string {
  const address = text.trim()
  // Written as it was given: both sides compare it character by character.
  if (/^https?:\/\/[^\s/?#]/i.test(address) && URL.canParse(address)) return address
  throw new UsageError(`${option} takes an address such as https://app.example.com/saml/acs, not "${text}".`)
}
