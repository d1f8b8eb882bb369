import { readClaim } from '../../identity/read-claim.ts'
import { onAssertion } from '../../reading/on-assertion.ts'
import { looksLike } from './looks-like.ts'

/** Of Entra, and of Active Directory (MS-DTYP §2.4.2.1). */
const objectId = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|S-1-5-21(?:-\d+){3,})$/i
export const isObjectId = (text: string): boolean => objectId.test(text)
/** Entra sends this instead of the groups when there are more than 150. */
const OVERAGE = 'http://schemas.microsoft.com/claims/groups.link'

/** Whether roles can be mapped from what arrived. Groups are never needed unless the mapping requires them. */
export const groupsAreUsable = onAssertion(
  'saml.claim.groups',
  ({ attributes, view }, { mapping, requiredClaims }, trust) => {
    const overage = attributes.find(({ name }) => name === OVERAGE)
    if (overage !== undefined) {
      return {
        kind: 'fault',
        code: 'saml.claim.groups.overage',
        trust,
        at: overage.view,
        actual: overage.values[0]?.value,
      }
    }
    const { attributes: found, values } = readClaim(attributes, mapping.groups)
    const at = found[0]?.view
    if (at === undefined) return judgeAbsence()
    if (values.length === 0)
      return { kind: 'fault', code: 'saml.claim.groups.empty', trust, at, actual: found[0]?.name }
    const texts = values.map(({ value }) => value)
    const evidence = { trust, at, actual: texts.join('\n') }
    if (texts.some(isObjectId)) return { kind: 'fault', code: 'saml.claim.groups.guids', ...evidence }
    if (isJoined(texts)) return { kind: 'fault', code: 'saml.claim.groups.joined', ...evidence }
    return { kind: 'passed', ...evidence }

    function judgeAbsence() {
      const expected = mapping.groups.join(', ')
      const lookalike = attributes.find((attribute) => looksLike(attribute, 'groups'))
      if (lookalike !== undefined) {
        const { name: actual, view: place } = lookalike
        return { kind: 'fault', code: 'saml.claim.groups.misnamed', trust, at: place, expected, actual } as const
      }
      if (!requiredClaims.includes('groups'))
        return { kind: 'passed', trust, at: view, detail: 'None arrived.' } as const
      return { kind: 'fault', code: 'saml.claim.groups.missing', trust, at: view, expected } as const
    }
  },
)

/** Distinguished names hold commas of their own, so they are not taken for lists. */
export const isJoined = ([only, ...more]: readonly string[]) =>
  only !== undefined && more.length === 0 && /[,;|]|^\[.*\]$/.test(only) && !/(?:^|,)\s*(?:cn|ou|dc)=/i.test(only)
