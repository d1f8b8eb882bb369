import type { NameIdElement } from '#main/saml/element/subject.ts'
import {
  NAME_ID_EMAIL,
  NAME_ID_ENTITY,
  NAME_ID_PERSISTENT,
  NAME_ID_TRANSIENT,
  NAME_ID_UNSPECIFIED,
} from '#main/saml/namespaces.ts'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import type { Outcome, Trust } from '../finding/outcome.ts'
import { onAssertion } from '../reading/on-assertion.ts'

/** Control and format characters draw nothing: two names would look alike. */
export const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** SAML Core §8.3.7, of persistent names. */
const LONGEST = 256

const known = new Set([
  NAME_ID_EMAIL,
  NAME_ID_PERSISTENT,
  NAME_ID_UNSPECIFIED,
  'urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:WindowsDomainQualifiedName',
  // Never defined, and often sent.
  'urn:oasis:names:tc:SAML:2.0:nameid-format:unspecified',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress',
])

/** One Subject with one NameID (SAML Core §2.4); an encrypted one is opened before this. */
export const subjectIsNamed = onAssertion(
  'saml.name-id',
  ({ subjects, view }, { serviceProvider, identityProvider }, trust) => {
    const nameIds = subjects.flatMap((subject) => subject.nameIds)
    const [nameId] = nameIds
    if (subjects.length > 1 || nameIds.length > 1) {
      return {
        kind: 'fault',
        code: 'saml.name-id.several',
        trust,
        at: view,
        actual: nameIds.map(({ value }) => value).join(', '),
      }
    }
    const sealed = subjects[0]?.encryptedIds[0]
    if (nameId === undefined && sealed !== undefined) {
      return { kind: 'not-verified', trust, at: sealed, detail: 'The name is encrypted and could not be opened.' }
    }
    if (nameId === undefined || nameId.value === '')
      return { kind: 'fault', code: 'saml.name-id.missing', trust, at: nameId ?? view }
    const evidence = { trust, at: nameId, actual: nameId.value }
    if (invisible.test(nameId.value)) return { kind: 'fault', code: 'saml.name-id.control-characters', ...evidence }
    const doubt = formatDoubt(nameId)
    if (doubt !== undefined) return { kind: 'fault', code: doubt.code, ...evidence, actual: doubt.actual }
    return (
      foreignQualifier(nameId, serviceProvider.entityId, identityProvider.entityId, trust) ?? {
        kind: 'passed',
        ...evidence,
      }
    )
  },
)

type Fault = Outcome<'saml.name-id'> & { kind: 'fault' }

/** What the format says of the value (SAML Core §8.3). */
function formatDoubt({
  format = NAME_ID_UNSPECIFIED,
  value,
}: NameIdElement): Pick<Fault, 'code' | 'actual'> | undefined {
  if (format === NAME_ID_TRANSIENT) return { code: 'saml.name-id.transient', actual: value }
  if (format === NAME_ID_ENTITY) return { code: 'saml.name-id.entity', actual: value }
  if (format === NAME_ID_EMAIL && parseEmailAddress(value) === undefined)
    return { code: 'saml.name-id.not-an-address', actual: value }
  if (value.length > LONGEST) return { code: 'saml.name-id.too-long', actual: `${value.length} characters` }
  return known.has(format) ? undefined : { code: 'saml.name-id.unknown-format', actual: format }
}

/** Whom the name is for, and who made it: only persistent names depend on the latter. */
function foreignQualifier(
  nameId: NameIdElement,
  ours: string | undefined,
  theirs: string | undefined,
  trust: Trust,
): Fault | undefined {
  const { spNameQualifier, nameQualifier, format } = nameId
  const foreign = (code: Fault['code'], expected: string, actual: string): Fault => ({
    kind: 'fault',
    code,
    trust,
    at: nameId,
    expected,
    actual,
  })
  if (spNameQualifier !== undefined && ours !== undefined && spNameQualifier !== ours)
    return foreign('saml.name-id.foreign-qualifier', ours, spNameQualifier)
  if (format !== NAME_ID_PERSISTENT || nameQualifier === undefined || theirs === undefined) return undefined
  return nameQualifier === theirs ? undefined : foreign('saml.name-id.foreign-issuer', theirs, nameQualifier)
}
