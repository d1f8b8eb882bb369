import type { UploadData } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { barAddress } from '#main/desktop/login-browser/bar-address.ts'
import { problemOfFailure } from '#main/desktop/login-browser/load-failure.ts'
import { loadStart } from '#main/desktop/login-browser/load-start.ts'
import { readUpload, UPLOAD_LIMIT } from '#main/desktop/login-browser/read-upload.ts'

describe('the bar', () => {
  test.each([
    ['https://idp.example/login?session=x#y', 'https://idp.example/login', 'secure'],
    ['http://127.0.0.1:7400/login', 'http://127.0.0.1:7400/login', 'local'],
    ['http://localhost:7400/', 'http://localhost:7400/', 'local'],
    ['http://[::1]:7400/', 'http://[::1]:7400/', 'local'],
    ['http://127.0.0.1.evil.example/', 'http://127.0.0.1.evil.example/', 'insecure'],
    ['http://localhost.evil.example/', 'http://localhost.evil.example/', 'insecure'],
    ['http://idp.example/', 'http://idp.example/', 'insecure'],
    ['https://real.example@evil.example/', 'https://evil.example/', 'secure'],
    ['about:blank', '', 'none'],
    ['', '', 'none'],
  ])('of %s shows %s as %s', (url, address, connection) => {
    expect(barAddress(url)).toEqual({ address, connection })
  })
})

describe('a page that does not load', () => {
  test.each([
    [-3, 'ERR_ABORTED', null],
    [-20, 'ERR_BLOCKED_BY_CLIENT', null],
    [-200, 'ERR_CERT_COMMON_NAME_INVALID', 'test-login.tls'],
    [-201, 'ERR_CERT_DATE_INVALID', 'test-login.tls'],
    [-202, 'ERR_CERT_AUTHORITY_INVALID', 'test-login.tls'],
    [-107, 'ERR_SSL_PROTOCOL_ERROR', 'test-login.tls'],
    [-113, 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'test-login.tls'],
    [-501, 'ERR_INSECURE_RESPONSE', 'test-login.tls'],
    [-105, 'ERR_NAME_NOT_RESOLVED', 'test-login.unresolvable'],
    [-102, 'ERR_CONNECTION_REFUSED', 'test-login.unreachable'],
    [-310, 'ERR_TOO_MANY_REDIRECTS', 'test-login.unreachable'],
    [-302, 'ERR_UNKNOWN_URL_SCHEME', 'test-login.address-refused'],
  ])('%i %s', (code, name, problem) => {
    expect(problemOfFailure({ code, name })).toBe(problem)
  })
})

describe('the body of a caught request', () => {
  const sources = {
    readBlob: async (id: string) => Buffer.from(`blob ${id};`),
    readFile: async (path: string) => Buffer.from(`file ${path};`),
  }
  const parts = (...given: Partial<UploadData>[]) => given as UploadData[]

  test('is put together from parts, blobs and files in their order', async () => {
    const body = await readUpload(
      parts({ bytes: Buffer.from('a=1;') }, { blobUUID: '7' }, { file: '/f' }, { bytes: Buffer.from('z') }, {}),
      sources,
    )
    expect(Buffer.from(body).toString()).toBe('a=1;blob 7;file /f;z')
  })

  test('is not read without end', async () => {
    const body = await readUpload(
      parts({ bytes: Buffer.from('a=1') }, { bytes: Buffer.alloc(UPLOAD_LIMIT) }, { bytes: Buffer.from('b') }),
      sources,
    )
    expect(Buffer.from(body).toString()).toBe('a=1')
  })
})

describe('the start', () => {
  test('by POST is a form as an application would send it', () => {
    const loadURL = vi.fn(async () => undefined)
    loadStart({ loadURL }, { url: 'https://idp.example/sso', form: { SAMLRequest: 'a+b=', RelayState: 'x&y' } })
    expect(loadURL).toHaveBeenCalledWith('https://idp.example/sso', {
      postData: [{ type: 'rawData', bytes: Buffer.from('SAMLRequest=a%2Bb%3D&RelayState=x%26y') }],
      extraHeaders: 'Content-Type: application/x-www-form-urlencoded',
    })
  })

  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'app://claimcheck/index.html', ' https'])(
    'at %s is refused',
    (url) => {
      const loadURL = vi.fn(async () => undefined)
      expect(() => loadStart({ loadURL }, { url, form: null })).toThrow(
        expect.objectContaining({ problem: expect.objectContaining({ code: 'test-login.address-refused' }) }),
      )
      expect(loadURL).not.toHaveBeenCalled()
    },
  )
})
