import { expect, test } from 'vitest'
import { changesOf } from '#renderer/features/tenant/audit/changes-of.ts'

test('shows what differs between before and after, and everything else as it is', () => {
  const details = {
    before: { role: 'member', status: 'active' },
    after: { role: 'admin', status: 'active' },
    reason: 'x',
  }
  expect(changesOf(details)).toEqual({
    changes: [{ name: 'role', left: 'member', right: 'admin', isSame: false }],
    others: [{ name: 'reason', text: 'x' }],
  })
})

test.each([[null], ['text'], [7], [[1, 2]], [{}], [undefined]])('shows %j without failing', (details) => {
  expect(changesOf(details).changes).toEqual([])
})
