import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { FetchRefused } from '../fetch-refused.ts'
import type { AddressPolicy } from './address-policy.ts'

/**
 * Resolves a name once and hands the socket the very addresses that were checked, so that a second answer of the name
 * server changes nothing. One address that is not permitted refuses the name.
 */
export function checkedLookup(policy: AddressPolicy, resolve: typeof lookup = lookup): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, '')
      const refused = addresses.find(({ address }) => !policy.permits(address))
      if (refused !== undefined)
        return done(new FetchRefused('address-refused', `${hostname} → ${refused.address}`), '')
      if (options.all === true) return done(null, addresses)
      const [first] = addresses
      return first === undefined
        ? done(new FetchRefused('unresolvable', hostname), '')
        : done(null, first.address, first.family)
    })
  }
}
