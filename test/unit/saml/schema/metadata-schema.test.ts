import { beforeAll, expect, test } from 'vitest'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import type { SchemaValidator } from '#main/saml/schema/schema-validator.ts'

let validator: SchemaValidator
beforeAll(async () => {
  validator = await loadSchemaValidator()
})
const faults = (xml: string) => validator.validate(xml, 'metadata').map(({ message }) => message)

const FED = 'http://docs.oasis-open.org/wsfed/federation/200706'
const endpoint = '<md:SingleSignOnService Binding="urn:b" Location="https://a.example"/>'
const entity = (
  inside: string,
  more = '',
) => `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" xmlns:remd="http://refeds.org/metadata" xmlns:fed="${FED}" entityID="https://a.example">
${inside}<md:IDPSSODescriptor protocolSupportEnumeration="urn:p">${more}${endpoint}</md:IDPSSODescriptor>
<md:ContactPerson contactType="other" remd:contactType="http://refeds.org/metadata/contactType/security"/>
</md:EntityDescriptor>`
const scope = (attributes: string) =>
  `<md:Extensions><shibmd:Scope ${attributes}>example.org</shibmd:Scope></md:Extensions>`
const role = (type: string) =>
  `<md:RoleDescriptor xsi:type="fed:${type}" protocolSupportEnumeration="${FED}" ServiceDisplayName="Contoso"><fed:TokenTypesOffered><fed:TokenType Uri="urn:t"/></fed:TokenTypesOffered></md:RoleDescriptor>`

/** What Debian's witness has no schema for. */
test.each([
  ['Shibboleth’s scope', entity('', scope('regexp="false"'))],
  ['a scope that says nothing of regular expressions', entity('', scope(''))],
  ['a role of AD FS', entity(role('SecurityTokenServiceType'))],
  ['another role of AD FS', entity(role('ApplicationServiceType'))],
])('%s fits', (_name, xml) => expect(faults(xml)).toEqual([]))

test.each([
  ['a scope that is perhaps an expression', entity('', scope('regexp="perhaps"')), 'perhaps'],
  ['a role of an unknown kind', entity(role('UnknownType')), 'UnknownType'],
  ['a role of no kind', entity(role('WebServiceDescriptorType')), 'abstract'],
])('%s does not', (_name, xml, word) => expect(faults(xml).join('\n')).toContain(word))

test('faults name elements as people write them, with their line', () => {
  const [fault] = validator.validate(entity('').replace(' Location="https://a.example"', ''), 'metadata')
  expect(fault?.message).toContain("Element 'md:SingleSignOnService'")
  expect(fault?.line).toBe(3)
})
