import { isThisMachine } from '#main/oidc/discovery/this-machine.ts'
import type { Fault } from '../../finding/outcome.ts'
import { onDocument } from './discovery-context.ts'

const endpoints = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'end_session_endpoint',
  'pushed_authorization_request_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
  'check_session_iframe',
]

type EndpointFault = Fault<
  'discovery.endpoints.not-a-url' | 'discovery.endpoints.insecure' | 'discovery.endpoints.this-machine'
>

/** Secrets and sign-ins go to these addresses: absolute, and by TLS (OpenID Connect Core §16.17). */
export const endpointsAreProtected = onDocument('discovery.endpoints', ({ object }, _context, at) => {
  const judged = endpoints.flatMap((name): EndpointFault[] => {
    const value = object[name]
    if (typeof value !== 'string') return []
    const code = faultOf(value)
    return code === undefined
      ? []
      : [{ kind: 'fault', code, trust: 'verified', at: at(name), actual: `${name}: ${value}` }]
  })
  // A provider on loopback has all of its endpoints there: once is enough to say so.
  const local = judged.find(({ code }) => code === 'discovery.endpoints.this-machine')
  const faults = [
    ...judged.filter(({ code }) => code !== 'discovery.endpoints.this-machine'),
    ...(local === undefined ? [] : [local]),
  ]
  return faults.length > 0 ? faults : { kind: 'passed', trust: 'verified', at: at('authorization_endpoint') }
})

function faultOf(value: string): EndpointFault['code'] | undefined {
  if (!URL.canParse(value)) return 'discovery.endpoints.not-a-url'
  const { protocol, hostname, hash, username } = new URL(value)
  if (hash !== '' || username !== '') return 'discovery.endpoints.not-a-url'
  if (protocol === 'https:') return undefined
  if (protocol !== 'http:') return 'discovery.endpoints.not-a-url'
  return isThisMachine(hostname) ? 'discovery.endpoints.this-machine' : 'discovery.endpoints.insecure'
}
