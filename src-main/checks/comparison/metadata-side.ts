import type { ReadEndpoint } from '#main/saml/metadata/read-endpoint.ts'
import { readEntities } from '#main/saml/metadata/read-entity.ts'
import { BINDING_POST, BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { openXml } from '../gate/open-xml.ts'
import { distinct, type Read, type Said, said } from './said.ts'

export interface MetadataSays {
  readonly entityId: readonly Said[]
  readonly acsUrls: readonly Said[]
  readonly signInUrls: readonly Said[]
}

/** Of the first entity that has a role: a connection's metadata describes one. */
export function readMetadataSide(xml: string | null): Read<MetadataSays> {
  if (xml === null) return { absence: 'nothing-there' }
  const opened = openXml(xml, metadataLimits)
  const entity = opened.kind === 'opened' ? readEntities(opened.document)[0] : undefined
  if (entity === undefined) return { absence: 'unreadable' }
  return {
    says: {
      entityId: said('entityID', entity.entityId),
      acsUrls: entity.serviceProviders.flatMap(({ assertionConsumerServices }) =>
        located('AssertionConsumerService', assertionConsumerServices),
      ),
      signInUrls: entity.identityProviders.flatMap(({ singleSignOnServices }) =>
        located('SingleSignOnService', singleSignOnServices),
      ),
    },
  }
}

const bindings: ReadonlyMap<string | undefined, string> = new Map([
  [BINDING_REDIRECT, 'Redirect'],
  [BINDING_POST, 'POST'],
])

/** Of the bindings a browser can be sent through. */
const located = (name: string, endpoints: readonly ReadEndpoint[]): Said[] =>
  distinct(
    endpoints.flatMap(({ binding, location }) => {
      const word = bindings.get(binding)
      return word === undefined ? [] : said(`${name}, ${word}`, location)
    }),
  )
