import { expect, test } from 'vitest'
import { fetchMetadata } from '#main/desktop/identity-provider/fetch-metadata.ts'
import { makeServerCertificate, serve, serveTls } from '#test/support/net/loopback.ts'

const fetchAt = (url: string, timeoutMs = 5_000) => fetchMetadata(url, { field: 'url', timeoutMs })
const refusal = (code: string) => ({ problem: expect.objectContaining({ code, field: 'url' }) })

test('reads what the address sends, spaces around it forgiven', async () => {
  const origin = await serve((request, response) => response.end(`${request.url} ${request.headers.accept}`))
  const text = Buffer.from(await fetchAt(`  ${origin}/metadata \n`)).toString()
  expect(text).toMatch(/^\/metadata .*application\/samlmetadata\+xml/)
})

test.each([
  [404, 'fetch.not-found'],
  [410, 'fetch.not-found'],
  [401, 'fetch.not-allowed'],
  [403, 'fetch.not-allowed'],
  [500, 'fetch.status'],
  [304, 'fetch.status'],
])('an answer of %i is refused by name', async (status, code) => {
  const origin = await serve((_request, response) => response.writeHead(status).end())
  await expect(fetchAt(origin)).rejects.toMatchObject(refusal(code))
})

test('one that redirects in a circle', async () => {
  const origin = await serve((request, response) =>
    response.writeHead(302, { Location: request.url === '/a' ? '/b' : '/a' }).end(),
  )
  await expect(fetchAt(`${origin}/a`)).rejects.toMatchObject(refusal('fetch.redirects'))
})

test('one that hangs, before or in the middle of its answer', async () => {
  const silent = await serve(() => undefined)
  await expect(fetchAt(silent, 200)).rejects.toMatchObject(refusal('fetch.timeout'))
  const halting = await serve((_request, response) => void response.write('<md:Entity'))
  await expect(fetchAt(halting, 200)).rejects.toMatchObject(refusal('fetch.timeout'))
})

test('one that sends 50 MB is not read to the end', async () => {
  let sent = 0
  const chunk = Buffer.alloc(1024 * 1024, 'x')
  const origin = await serve((_request, response) => {
    const send = () => {
      while (sent < 50 && !response.destroyed) {
        sent += 1
        if (!response.write(chunk)) return void response.once('drain', send)
      }
      response.end()
    }
    send()
  })
  await expect(fetchAt(origin)).rejects.toMatchObject(refusal('fetch.too-large'))
  expect(sent).toBeLessThan(50)
})

test('one whose certificate is not trusted: nothing is loaded, and the reason is said', async () => {
  const origin = await serveTls(await makeServerCertificate(), (_request, response) => response.end('<metadata/>'))
  await expect(fetchAt(origin)).rejects.toMatchObject({
    problem: { code: 'fetch.tls', field: 'url', what: expect.stringMatching(/not trusted.*The reason: \S+/) },
  })
})

test('one where nothing listens', async () => {
  const origin = await serve(() => undefined)
  const free = new URL(origin)
  free.port = '1'
  await expect(fetchAt(free.href)).rejects.toMatchObject(refusal('fetch.connection-refused'))
})

test.each([
  ['', 'fetch.not-a-url'],
  ['metadata.xml', 'fetch.not-a-url'],
  ['file:///etc/passwd', 'fetch.scheme'],
  ['ftp://idp.example/metadata', 'fetch.scheme'],
  ['https://no-such-host.invalid/metadata', 'fetch.unresolvable'],
])('%s', async (url, code) => {
  await expect(fetchAt(url)).rejects.toMatchObject(refusal(code))
})
