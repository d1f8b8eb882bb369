import { expect, test } from 'vitest'
import { takeEntity } from '#main/checks/aggregate/take-entity.ts'
import { judgeAggregate } from '#main/checks/judge-aggregate.ts'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'

const context = { now: new Date('2026-06-01T12:00:00Z'), mode: 'interop' } as const
const entity = (id: string) =>
  `<md:EntityDescriptor entityID="${id}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://${id}/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`
const aggregate = new TextEncoder().encode(
  `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">\n${entity('a.example')}<!-- ü -->${entity('b.example')}\n</md:EntitiesDescriptor>`,
)

test('what is listed can be taken out, and stands alone as metadata', async () => {
  async function* whole() {
    yield aggregate
  }
  const { entities } = await judgeAggregate(whole(), context)
  const taken = entities.map(({ offset }) => takeEntity(aggregate, offset))
  expect(taken.map((bytes) => bytes && judgeMetadata(bytes, context).entities.map(({ entityId }) => entityId))).toEqual(
    [['a.example'], ['b.example']],
  )
})

test('where no entity begins there is none', () => {
  expect(takeEntity(aggregate, 1)).toBeUndefined()
})
