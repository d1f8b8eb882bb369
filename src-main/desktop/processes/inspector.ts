/** Entry of the inspector's process: recognises, unpacks and judges what main hands over, and keeps nothing of it. */
import { createPrivateKey } from 'node:crypto'
import { inspect } from '#main/inspect/inspect.ts'
import { type InspectedOpenid, type InspectionContext, nothingKnown } from '#main/inspect/inspection-context.ts'
import { readKeySet } from '#main/oidc/discovery/key-set.ts'
import { isRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { loadSecondWitness } from '#main/xml/witness/load-second-witness.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { HeldAggregate } from '../aggregate/held-aggregate.ts'
import { tellBy } from '../ipc/tell.ts'
import { causeText } from '../log/cause-text.ts'
import { answerMain } from './answer-main.ts'
import { type InspectedAgainst, inspectorProcess } from './contracts.ts'

/** Beside this program in the build. */
const entityWorker = new URL('../workers/entities.js', import.meta.url)
let held: HeldAggregate | undefined

const port = process.parentPort
const tell = tellBy(inspectorProcess, (feature, name, payload) =>
  port.postMessage({ kind: 'told', feature, name, payload }),
)
const report = (what: string, cause: unknown) => tell.inspector.logged({ what, cause: causeText(cause) })

answerMain(
  port,
  inspectorProcess,
  {
    aggregate: {
      open: async (origin) => {
        held = await HeldAggregate.open(origin, new Date(), entityWorker, (progress) =>
          tell.aggregate.progress(progress),
        )
        return held.judgement
      },
      verify: async ({ certificates }) => [...(await opened().verify(certificates, new Date()))],
      take: ({ offset }) => opened().take(offset),
    },
    inspector: {
      prepare: async () => {
        await loadSchemaValidator()
      },
      inspect: async ({ bytes, against }) => inspect(bytes, await contextOf(against)),
    },
  },
  report,
)

function opened(): HeldAggregate {
  if (held === undefined) throw new InputRefused('aggregate.gone')
  return held
}

async function contextOf(against: InspectedAgainst | null): Promise<InspectionContext> {
  const known = { ...nothingKnown(new Date()), schemaValidator: await loadSchemaValidator() }
  if (against === null) return known
  const { policy, identityProvider, serviceProvider, openid } = against
  return {
    ...known,
    secondWitness: await loadSecondWitness(),
    policy,
    ...(openid && { openid: openidFrom(openid) }),
    identityProvider: identityProvider
      ? {
          entityId: identityProvider.entityId,
          certificates: identityProvider.certificates.map(trusted),
          retiredCertificates: identityProvider.retired.map(trusted),
        }
      : known.identityProvider,
    serviceProvider: serviceProvider
      ? {
          entityId: serviceProvider.entityId,
          acsUrl: serviceProvider.acsUrl,
          decryptionKeys: serviceProvider.decryptionKey === null ? [] : [keyFrom(serviceProvider.decryptionKey)],
          retiredKeys: serviceProvider.retired.map((pem) => trusted(pem).x509.publicKey),
        }
      : known.serviceProvider,
  }
}

function openidFrom(openid: NonNullable<InspectedAgainst['openid']>): InspectedOpenid {
  const { issuer, discoveryJson, jwksJson, clientId, tenants, emailTrust, emailDomains, mapping } = openid
  const read = (json: string, name: string) => {
    const document = readJsonDocument(Buffer.from(json), name)
    return isRefusal(document) ? undefined : document
  }
  const jwks = jwksJson === null ? undefined : read(jwksJson, 'jwks')
  const algorithms = read(discoveryJson, 'discovery')?.object.id_token_signing_alg_values_supported
  return {
    provider: {
      issuer,
      tenants: tenants.length === 0 ? undefined : tenants,
      keys: jwks && readKeySet(jwks),
      signingAlgorithms: Array.isArray(algorithms) ? algorithms.map(String) : undefined,
    },
    clientId: clientId ?? undefined,
    ...{ mapping, emailDomains, emailTrust },
  }
}

function trusted(pem: string) {
  const { x509, summary } = readCertificate(pem)
  return { x509, sha256: summary.sha256 }
}

const keyFrom = (der: Uint8Array) => createPrivateKey({ key: Buffer.from(der), type: 'pkcs8', format: 'der' })
