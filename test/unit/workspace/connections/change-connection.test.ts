import { expect, test } from 'vitest'
import { applyChange, changeIntake, setPublication } from '#main/workspace/connections/change-connection.ts'
import { createConnection } from '#main/workspace/connections/create-connection.ts'
import { Connection } from '#shared/model/connection.ts'
import { ID_BYTES } from '#shared/model/ids.ts'
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
