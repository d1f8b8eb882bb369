import { judgeCertificates } from '#main/checks/judge-certificates.ts'
import { type KeyMaterialRefusal, KeyMaterialRefused } from '#main/pki/material/key-material-refused.ts'
import { readKeyMaterial } from '#main/pki/material/read-key-material.ts'
import type { InspectedKind } from '#shared/model/inspection.ts'
import type { KeyFacts, KeyMaterial } from '#shared/model/key-material.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import type { InspectionContext } from '../inspection-context.ts'
import { decodeText } from '../look/decode-text.ts'
import type { Look } from '../look/shape.ts'
import { type FactList, makeThing, type Thing } from './thing.ts'

/** Certificates and keys. Of a private key only that it is there is told, and its text never shown. */
export async function describeKeys(bytes: Uint8Array, look: Look, context: InspectionContext): Promise<Thing> {
  let material: KeyMaterial
  try {
    material = await readKeyMaterial(bytes, context.passphrase)
  } catch (error) {
    if (error instanceof KeyMaterialRefused) return refused(error.reason, look)
    throw error
  }
  const { findings, ...judgement } = judgeCertificates(material, { now: context.now, mode: context.policy.mode })
  const text = decodeText(bytes)?.text
  const isPublic = material.privateKeys.length === 0 && text !== undefined
  return makeThing(look, {
    kind: kindOf(material),
    facts: factsOf(material),
    ...(isPublic ? { text: { language: 'text', content: text } } : {}),
    certificates: material.certificates,
    judgement: { by: 'certificates', ...judgement },
    findings,
  })
}

function kindOf({ clothing, certificates, privateKeys, publicKeys, requests }: KeyMaterial): InspectedKind {
  if (clothing.includes('pkcs12')) return 'pkcs12'
  if (privateKeys.length > 0) return 'private-key'
  if (clothing.includes('pkcs7')) return 'pkcs7'
  if (requests.length > 0 && certificates.length === 0) return 'certificate-request'
  return publicKeys.length > 0 && certificates.length === 0 ? 'public-key' : 'certificate'
}

const factsOf = ({ clothing, certificates, privateKeys, publicKeys, requests }: KeyMaterial): FactList => [
  ['Came as', clothing.join(', ')],
  ...privateKeys.map(({ facts, isEncrypted }) => ['Private key', keyWords(facts, isEncrypted)] as const),
  ...certificates.flatMap(
    ({ subject, issuer, notBefore, notAfter, keyType, keyBits, sha256 }): FactList => [
      ['Certificate', subject],
      ['Issued by', issuer],
      ['Valid', `from ${notBefore} until ${notAfter}`],
      ['Key', `${keyType.toUpperCase()} ${keyBits ?? ''}`.trim()],
      ['SHA-256', sha256],
    ],
  ),
  ...publicKeys.map((key) => ['Public key', keyWords(key, false)] as const),
  ...requests.map(({ subject }) => ['Request for', subject] as const),
]

const keyWords = (facts: KeyFacts | null, isEncrypted: boolean): string =>
  [
    facts === null ? 'of a kind that cannot be told' : `${facts.keyType.toUpperCase()} ${facts.keyBits ?? ''}`.trim(),
    ...(isEncrypted ? ['sealed with a passphrase'] : []),
  ].join(', ')

const sealed: ReadonlySet<KeyMaterialRefusal> = new Set<KeyMaterialRefusal>(['passphrase-needed', 'passphrase-wrong'])
const kinds: Partial<Record<KeyMaterialRefusal, InspectedKind>> = {
  'ssh-key': 'public-key',
  damaged: 'certificate',
  'not-key-material': 'binary',
  'web-page': 'web-page',
}

/** What was given is never shown: it may be a private key. */
function refused(reason: KeyMaterialRefusal, look: Look): Thing {
  const { what, remedy } = problem(`key-material.${reason}`)
  const code = sealed.has(reason) ? 'inspect.keys.sealed' : 'inspect.keys.unreadable'
  return makeThing(look, {
    kind: kinds[reason] ?? 'pkcs12',
    judged: [['inspect.keys', { kind: 'fault', code, trust: 'verified', detail: `${what} ${remedy}` }]],
  })
}
