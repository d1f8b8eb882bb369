import { NAME_ID_TRANSIENT } from '#main/saml/namespaces.ts'
import { onAssertion } from '../reading/on-assertion.ts'

/** Control and format characters draw nothing: two names would look alike. */
export const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** One Subject with one NameID (SAML Core §2.4); an encrypted one is opened before this. */
export const subjectIsNamed = onAssertion('saml.name-id', ({ subjects, view }, { serviceProvider }, trust) => {
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
  if (nameId.format === NAME_ID_TRANSIENT) return { kind: 'fault', code: 'saml.name-id.transient', ...evidence }
  const { spNameQualifier } = nameId
  const { entityId } = serviceProvider
  if (spNameQualifier !== undefined && entityId !== undefined && spNameQualifier !== entityId) {
    return {
      kind: 'fault',
      code: 'saml.name-id.foreign-qualifier',
      trust,
      at: nameId,
      expected: entityId,
      actual: spNameQualifier,
    }
  }
  return { kind: 'passed', ...evidence }
})
