import { expect, test } from 'vitest'
import {
  applyChange,
  type Change,
  changeIntake,
  setIdentityProvider,
  setPublication,
  setServiceProvider,
} from '#main/workspace/connections/change-connection.ts'
import { createConnection } from '#main/workspace/connections/create-connection.ts'
import { Connection } from '#shared/model/connection.ts'
import { ID_BYTES } from '#shared/model/ids.ts'
import { aCertificate } from '#test/support/model/a-certificate.ts'
import { anIdentityProvider, aServiceProvider } from '#test/support/model/a-connection.ts'
import { anIntake } from '#test/support/model/an-intake.ts'

const created = new Date('2026-11-22T08:00:00Z')
const connection = createConnection(anIntake(), created, new Uint8Array(ID_BYTES).fill(7))

test('a new connection is as its schema says, and the same arguments make the same one', () => {
  expect(Connection.parse(connection)).toEqual(connection)
  expect(createConnection(anIntake(), created, new Uint8Array(ID_BYTES).fill(7))).toEqual(connection)
  expect(createConnection(anIntake(), created, new Uint8Array(ID_BYTES).fill(8)).id).not.toBe(connection.id)
})

test('a change leaves everything else and the original as they were', () => {
  const later = new Date('2026-11-22T08:00:05Z')
  const intake = anIntake({ displayName: 'Renamed' })
  expect(applyChange(connection, changeIntake(intake), later)).toEqual({
    ...connection,
    intake,
    updatedAt: later.toISOString(),
  })
  expect(connection.intake.displayName).toBe('Customer')
})

test('no change can move a connection to another id, or its stamp back', () => {
  const stray = createConnection(anIntake(), created, new Uint8Array(ID_BYTES).fill(9))
  const changed = applyChange(connection, () => stray, new Date('2020-01-01T00:00:00Z'))
  expect(changed.id).toBe(connection.id)
  expect(changed.updatedAt).toBe(connection.updatedAt)
  expect(applyChange(connection, setPublication(null), created).publication).toBeNull()
})

const certificate = (digit: string) => aCertificate({ sha256: digit.repeat(64) })
const signedBy = (...digits: string[]) =>
  setIdentityProvider(anIdentityProvider({ signingCertificates: digits.map(certificate) }))
const retiredAfter = (...changes: Change[]) => {
  const { identityProvider, serviceProvider } = changes.reduce(
    (before, change) => applyChange(before, change, created),
    connection,
  ).retired
  const digits = (certificates: readonly { sha256: string }[]) => certificates.map(({ sha256 }) => sha256[0]).join('')
  return { theirs: digits(identityProvider), ours: digits(serviceProvider) }
}

test('certificates that were replaced are kept, the newest four, while they are not in use', () => {
  expect(retiredAfter(signedBy('a', 'b'))).toEqual({ theirs: '', ours: '' })
  expect(retiredAfter(signedBy('a', 'b'), signedBy('b', 'c'), signedBy('d'))).toMatchObject({ theirs: 'bca' })
  expect(retiredAfter(signedBy('a'), signedBy('b'), signedBy('a'))).toMatchObject({ theirs: 'b' })
  const rolled = [...'abcdef'].map((digit) => signedBy(digit))
  expect(retiredAfter(...rolled)).toMatchObject({ theirs: 'edcb' })
  const another = setIdentityProvider(anIdentityProvider({ entityId: 'https://other.example' }))
  expect(retiredAfter(signedBy('a'), signedBy('b'), another)).toMatchObject({ theirs: '' })
  const ours = [...'abb'].map((digit) => setServiceProvider(aServiceProvider({ certificate: certificate(digit) })))
  expect(retiredAfter(...ours)).toEqual({ theirs: '', ours: 'a' })
})

test('a connection that was stored before certificates were kept has none', () => {
  const { retired: _, ...stored } = connection
  expect(Connection.parse(stored)).toEqual(connection)
})
