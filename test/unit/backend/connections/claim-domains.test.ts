import { expect, test } from 'vitest'
import { orderDomains } from '#main/backend/connections/claim-domains.ts'
import { Refused } from '#main/backend/refusals/refused.ts'

test('the first of the domains is the domain, and each counts once', () => {
  expect(orderDomains('a.example')).toEqual(['a.example'])
  expect(orderDomains('a.example', ['a.example', 'b.example', 'a.example'])).toEqual(['a.example', 'b.example'])
  expect(() => orderDomains('a.example', ['b.example', 'a.example'])).toThrow(Refused)
})
