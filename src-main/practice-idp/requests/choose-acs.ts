import type { AuthnRequestElement } from '#main/saml/element/authn-request.ts'
import { BINDING_POST } from '#main/saml/namespaces.ts'
import type { RegisteredServiceProvider } from '../service-providers/read-service-provider.ts'
import { RequestRefused } from './request-refused.ts'

type AcsChoice = Pick<AuthnRequestElement, 'acsUrl' | 'acsIndex' | 'protocolBinding'>

/**
 * Where the response goes: never to an address that only the request names, or anyone could have people's assertions sent
 * to them (SAML Core §3.4.1, AssertionConsumerServiceURL).
 */
export function chooseAcs({ acs }: RegisteredServiceProvider, asked: AcsChoice): string {
  const registered = acs.map(({ url }) => url).join(' , ')
  if (asked.protocolBinding !== undefined && asked.protocolBinding !== BINDING_POST)
    throw new RequestRefused('binding-unsupported', { asked: asked.protocolBinding })
  if (asked.acsUrl !== undefined) {
    if (acs.some(({ url }) => url === asked.acsUrl)) return asked.acsUrl
    throw new RequestRefused('acs-unknown', { asked: asked.acsUrl, registered })
  }
  if (asked.acsIndex === undefined) return acs[0]?.url ?? ''
  const byIndex = acs.find(({ index }) => String(index) === asked.acsIndex)
  if (byIndex === undefined) throw new RequestRefused('acs-unknown', { asked: `index ${asked.acsIndex}`, registered })
  return byIndex.url
}
