import { expect, test } from 'vitest'
import { reasonSentences } from '#renderer/features/tenant/audit/sign-in-reason.ts'
import { faultCodes, faultText } from '#shared/findings/catalogue.ts'

test('findings say more than the reason; codes of a newer backend are shown as they are', () => {
  const [code] = faultCodes
  expect(reasonSentences({ codes: [code!, 'newer-code'], reason: 'response-refused' })).toEqual([
    faultText(code!).title,
    'newer-code',
  ])
  expect(reasonSentences({ codes: [], reason: 'removed' })).toEqual(['The account was removed.'])
  expect(reasonSentences({ codes: [], reason: 'newer-reason' })).toEqual(['newer-reason'])
  expect(reasonSentences({ codes: [], reason: null })).toEqual([])
})
