import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { addressPolicies } from '#main/net/address/address-policy.ts'
import type { FetchOptions } from '#main/net/fetch-options.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { fetchWithin, guardedFetch } from '#main/net/guarded-fetch.ts'
import { deferred } from '#test/support/async/deferred.ts'
import { makeServerCertificate, serve, serveTls } from '#test/support/net/loopback.ts'

const MEGABYTE = 1_048_576
const limits: FetchOptions = { addresses: 'any', timeoutMs: 5_000, maximumBytes: MEGABYTE, redirects: 3 }

const refusalOf = (fetching: Promise<unknown>) =>
  fetching.then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof FetchRefused) return `${error.reason}: ${error.detail}`
      throw error
    },
  )
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('answers', () => {
  test('status, headers, bytes and the last address', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end('moved')
      else response.writeHead(200, { 'content-type': 'application/xml', 'x-two': ['a', 'b'] }).end('<a>é</a>')
    })
    const answer = await guardedFetch(`${origin}/old`, limits)
    expect({ ...answer, bytes: text(answer.bytes) }).toMatchObject({
      status: 200,
      url: `${origin}/new`,
      bytes: '<a>é</a>',
      headers: { 'content-type': 'application/xml', 'x-two': 'a, b' },
    })
  })

  test.each([404, 410, 500, 503])('%i is an answer, and the caller’s to judge', async (status) => {
    const origin = await serve((_, response) => response.writeHead(status).end('no'))
    expect(await guardedFetch(origin, limits)).toMatchObject({ status })
  })

  test('a body that is sent arrives', async () => {
    const origin = await serve((request, response) => request.pipe(response.writeHead(201)))
    const { status, bytes } = await guardedFetch(origin, { ...limits, method: 'POST', body: '{"a":1}' })
    expect([status, text(bytes)]).toEqual([201, '{"a":1}'])
  })

  test('compression nobody asked for is undone', async () => {
    const origin = await serve((request, response) => {
      expect(request.headers['accept-encoding']).toBeUndefined()
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('<a/>'))
    })
    expect(text((await guardedFetch(origin, limits)).bytes)).toBe('<a/>')
  })
})

describe('size', () => {
  test('50 MB are not read beyond the limit', async () => {
    let sent = 0
    const closed = deferred<void>()
    const origin = await serve((_, response) => {
      response.on('close', () => closed.resolve())
      const chunk = Buffer.alloc(65_536, 0x20)
      const more = () => {
        while (sent < 50 * MEGABYTE && !response.destroyed) {
          sent += chunk.length
          if (!response.write(chunk)) return response.once('drain', more)
        }
        return response.end()
      }
      more()
    })
    expect(await refusalOf(guardedFetch(origin, limits))).toBe(`too-large: ${MEGABYTE}`)
    await closed.promise
    expect(sent).toBeLessThan(25 * MEGABYTE)
  })

  test('an announced size is believed at once', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 50 * MEGABYTE }).write('a')
    })
    expect(await refusalOf(guardedFetch(origin, limits))).toBe(`too-large: ${MEGABYTE}`)
  })

  test('what a small file unpacks to counts', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * MEGABYTE))
    const origin = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
    expect(await refusalOf(guardedFetch(origin, limits))).toBe(`too-large: ${MEGABYTE}`)
  })

  test('exactly the limit is let pass', async () => {
    const origin = await serve((_, response) => response.end(Buffer.alloc(MEGABYTE)))
    expect((await guardedFetch(origin, limits)).bytes).toHaveLength(MEGABYTE)
  })
})

describe('redirects', () => {
  test('in a circle', async () => {
    const origin = await serve((request, response) =>
      response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end(),
    )
    expect(await refusalOf(guardedFetch(`${origin}/a`, limits))).toBe(`redirect-loop: ${origin}/a`)
  })

  test('to itself, by another fragment', async () => {
    const origin = await serve((_, response) => response.writeHead(301, { location: '/a#again' }).end())
    expect(await refusalOf(guardedFetch(`${origin}/a`, limits))).toBe(`redirect-loop: ${origin}/a#again`)
  })

  test('more than allowed', async () => {
    let hop = 0
    const origin = await serve((_, response) => {
      hop += 1
      response.writeHead(302, { location: `/${hop}` }).end()
    })
    expect(await refusalOf(guardedFetch(origin, limits))).toBe('redirects: 3')
    expect(hop).toBe(4)
  })

  test('a request with a body follows none', async () => {
    const origin = await serve((_, response) => response.writeHead(307, { location: '/b' }).end())
    expect(await refusalOf(guardedFetch(origin, { ...limits, method: 'POST', body: 'a' }))).toBe('redirects: 3')
  })

  test('to a file', async () => {
    const origin = await serve((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end())
    expect(await refusalOf(guardedFetch(origin, limits))).toBe('scheme: file:')
  })

  test('from https to http', async () => {
    const certificate = await makeServerCertificate()
    const plain = await serve((_, response) => response.end('<a/>'))
    const origin = await serveTls(certificate, (_, response) => response.writeHead(302, { location: plain }).end())
    const trusting = { ...limits, certificateAuthorities: [certificate.cert] }
    expect(await refusalOf(guardedFetch(origin, trusting))).toBe(`scheme: ${plain}/`)
  })

  test('a credential is not told to another server', async () => {
    const other = await serve((request, response) => response.end(JSON.stringify(request.headers)))
    const origin = await serve((_, response) => response.writeHead(302, { location: other }).end())
    const headers = { authorization: 'Bearer secret', accept: 'application/xml' }
    const { bytes } = await guardedFetch(origin, { ...limits, headers })
    expect(JSON.parse(text(bytes))).toMatchObject({ accept: 'application/xml' })
    expect(text(bytes)).not.toContain('secret')
  })
})

describe('where only public addresses may be asked', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '0177.1', '[::ffff:127.0.0.1]'])(
    '%s is refused and never connected to',
    async (host) => {
      let asked = false
      const origin = await serve((_, response) => {
        asked = true
        response.end()
      })
      const url = origin.replace('127.0.0.1', host)
      expect(await refusalOf(guardedFetch(url, { ...limits, addresses: 'public-only' }))).toMatch(/^address-refused: /)
      expect(asked).toBe(false)
    },
  )

  /** Public-only, with this test's own server counted as public. */
  const policy = {
    ...addressPolicies['public-only'],
    permits: (address: string) => address === '127.0.0.1' || addressPolicies['public-only'].permits(address),
  }

  test.each([
    ['a private address', 'http://169.254.169.254/latest/meta-data', 'address-refused: 169.254.169.254'],
    ['loopback in decimal', 'http://2130706434/', 'address-refused: 127.0.0.2'],
    ['another host', 'https://idp.example.com/', 'cross-host-redirect: idp.example.com'],
    ['a name for a private address', 'http://localhost/', 'cross-host-redirect: localhost'],
  ])('a redirect to %s is refused', async (_name, location, refusal) => {
    const origin = await serve((_, response) => response.writeHead(302, { location }).end())
    expect(await refusalOf(fetchWithin(policy, origin, limits))).toBe(refusal)
  })

  test('a redirect on the same host is followed', async () => {
    const origin = await serve((request, response) =>
      request.url === '/' ? response.writeHead(302, { location: '/b' }).end() : response.end('b'),
    )
    expect(text((await fetchWithin(policy, origin, limits)).bytes)).toBe('b')
  })
})

describe('TLS is always verified', () => {
  test('an untrusted certificate', async () => {
    const origin = await serveTls(await makeServerCertificate(), (_, response) => response.end('<a/>'))
    expect(await refusalOf(guardedFetch(origin, limits))).toBe('tls: DEPTH_ZERO_SELF_SIGNED_CERT')
  })

  test('one that was added is trusted', async () => {
    const certificate = await makeServerCertificate()
    const origin = await serveTls(certificate, (_, response) => response.end('<a/>'))
    const { bytes } = await guardedFetch(origin, { ...limits, certificateAuthorities: [certificate.cert] })
    expect(text(bytes)).toBe('<a/>')
  })

  test.each([
    ['for another host', 'dns', 86_400_000, 'tls: ERR_TLS_CERT_ALTNAME_INVALID'],
    ['that has expired', 'ip', -60_000, 'tls: CERT_HAS_EXPIRED'],
  ] as const)('one that was added, yet %s', async (_name, type, lifetime, refusal) => {
    const value = type === 'ip' ? '127.0.0.1' : 'idp.example.com'
    const certificate = await makeServerCertificate({ type, value }, new Date(Date.now() + lifetime))
    const origin = await serveTls(certificate, (_, response) => response.end('<a/>'))
    const trusting = { ...limits, certificateAuthorities: [certificate.cert] }
    expect(await refusalOf(guardedFetch(origin, trusting))).toBe(refusal)
  })

  test('no TLS behind https', async () => {
    const origin = await serve((_, response) => response.end())
    expect(await refusalOf(guardedFetch(origin.replace('http:', 'https:'), limits))).toMatch(/^tls: /)
  })
})

describe('no answer', () => {
  test('a name that does not resolve', async () => {
    expect(await refusalOf(guardedFetch('https://idp.invalid/metadata', limits))).toBe('unresolvable: idp.invalid')
  })

  test('nobody listens', async () => {
    expect(await refusalOf(guardedFetch('http://127.0.0.1:1/', limits))).toBe('connection-refused: 127.0.0.1:1')
  })

  test('a server that hangs', async () => {
    const origin = await serve(() => {})
    const refusal = await refusalOf(guardedFetch(origin, { ...limits, timeoutMs: 150 }))
    expect(refusal).toBe(`timeout: ${new URL(origin).host}`)
  })

  test('a server that hangs in the middle of the body', async () => {
    const origin = await serve((_, response) => response.writeHead(200).write('<a>'))
    expect(await refusalOf(guardedFetch(origin, { ...limits, timeoutMs: 150 }))).toMatch(/^timeout: /)
  })

  test('a server that hangs up', async () => {
    const origin = await serve((request) => request.socket.destroy())
    expect(await refusalOf(guardedFetch(origin, limits))).toMatch(/^network: /)
  })

  test('no longer wanted', async () => {
    const asked = deferred<void>()
    const controller = new AbortController()
    const origin = await serve(() => asked.resolve())
    const fetching = refusalOf(guardedFetch(origin, { ...limits, signal: controller.signal }))
    await asked.promise
    controller.abort()
    expect(await fetching).toMatch(/^aborted: /)
  })

  test('not wanted to begin with', async () => {
    const origin = await serve((_, response) => response.end())
    expect(await refusalOf(guardedFetch(origin, { ...limits, signal: AbortSignal.abort() }))).toMatch(/^aborted: /)
  })

  test('no connection is left behind', async () => {
    const closed = deferred<unknown>()
    const origin = await serve((request, response) => {
      closed.resolve(once(request.socket, 'close'))
      response.end('<a/>')
    })
    await guardedFetch(origin, limits)
    await closed.promise
  })
})
