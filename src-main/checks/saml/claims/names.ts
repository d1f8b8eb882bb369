import { readClaim } from '../../identity/read-claim.ts'
import { onAssertion } from '../../reading/on-assertion.ts'
import { looksLike } from './looks-like.ts'

const arrived = <Code extends 'saml.claim.given-name' | 'saml.claim.family-name'>(
  code: Code,
  member: 'givenName' | 'familyName',
) =>
  onAssertion<'saml.claim.given-name' | 'saml.claim.family-name'>(code, ({ attributes, view }, { mapping }, trust) => {
    const names = mapping[member]
    const { attributes: found, values } = readClaim(attributes, names)
    const expected = names.join(', ')
    if (found[0] === undefined) {
      const lookalike = attributes.find((attribute) => looksLike(attribute, member))
      if (lookalike === undefined) return { kind: 'fault', code: `${code}.missing`, trust, at: view, expected }
      return { kind: 'fault', code: `${code}.misnamed`, trust, at: lookalike.view, expected, actual: lookalike.name }
    }
    const at = found[0].view
    if (values[0] === undefined) return { kind: 'fault', code: `${code}.empty`, trust, at, actual: found[0].name }
    if (values.length > 1) {
      const actual = values.map(({ value }) => value).join('\n')
      return { kind: 'fault', code: `${code}.several`, trust, at, actual }
    }
    return { kind: 'passed', trust, at, actual: values[0].value }
  })

export const givenNameArrived = arrived('saml.claim.given-name', 'givenName')
export const familyNameArrived = arrived('saml.claim.family-name', 'familyName')
