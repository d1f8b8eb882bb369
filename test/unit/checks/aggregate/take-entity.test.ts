import { expect, test } from 'vitest'
import { takeEntity } from '#main/checks/aggregate/take-entity.ts'
import { judgeAggregate } from '#main/checks/judge-aggregate.ts'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'

const context = { now: new Date('2026-06-01T12:00:00Z'), mode: 'interop' } as const
const entity = (id: string) =>
  `<md:EntityDescriptor entityID="${id}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://${id}/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`
const aggregate = new TextEncoder().encode(
  `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" validUntil="2026-07-01T00:00:00Z" cacheDuration="PT6H">\n${entity('a.example')}<!-- ü -->${entity('b.example')}\n</md:EntitiesDescriptor>`,
)
async function* whole() {
  yield aggregate
}

test('what is listed can be taken out, and stands alone as metadata', async () => {
  const { entities } = await judgeAggregate(whole(), context)
  const taken = await Promise.all(entities.map(({ offset }) => takeEntity(whole(), offset)))
  expect(taken.map((one) => one && judgeMetadata(one.bytes, context).entities.map(({ entityId }) => entityId))).toEqual(
    [['a.example'], ['b.example']],
  )
})

test('it keeps the end that was set around it', async () => {
  const { entities } = await judgeAggregate(whole(), context)
  const taken = await takeEntity(whole(), entities[1]?.offset ?? -1)
  expect(taken?.validity).toEqual([{ validUntil: '2026-07-01T00:00:00Z', cacheDuration: 'PT6H' }])
  const codesAt = (now: Date) =>
    judgeMetadata(taken?.bytes ?? '', { ...context, now, around: taken?.validity }).findings.map(({ code }) => code)
  expect(codesAt(context.now)).not.toContain('metadata.validity.expired')
  expect(codesAt(new Date('2026-08-01T00:00:00Z'))).toContain('metadata.validity.expired')
})

test('where no entity begins there is none', async () => {
  expect(await takeEntity(whole(), 1)).toBeUndefined()
})
