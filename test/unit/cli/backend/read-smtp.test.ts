import { expect, test } from 'vitest'
import { readSmtp } from '#main/cli/backend/read-smtp.ts'

const url = 'smtps://mail.example.com'
const mailFrom = 'sso@example.com'

test('without a server mail is kept; the option goes before the variable', () => {
  expect(readSmtp({}, undefined)).toBeUndefined()
  expect(readSmtp({ smtpUrl: url, mailFrom }, 'smtp://other.example')).toEqual({ url, from: mailFrom })
  expect(readSmtp({ mailFrom }, url)).toEqual({ url, from: mailFrom })
})

test('what is missing or no mail server is named', () => {
  expect(() => readSmtp({ mailFrom }, undefined)).toThrow(/--smtp-url/)
  expect(() => readSmtp({ smtpUrl: url }, undefined)).toThrow(/--mail-from/)
  for (const wrong of ['mail.example.com', 'https://mail.example.com', 'smtp:']) {
    expect(() => readSmtp({ smtpUrl: wrong, mailFrom }, undefined)).toThrow(/smtp:\/\/user/)
  }
})
