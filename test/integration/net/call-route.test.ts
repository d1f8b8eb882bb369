import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { callRoute } from '#main/net/call-route.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { RouteRefused } from '#main/net/route-refused.ts'
import { route } from '#shared/http-api/route.ts'
import { serve } from '#test/support/net/loopback.ts'

const change = route({
  method: 'PATCH',
  path: '/api/things/:id',
  summary: 'Change a thing',
  params: z.object({ id: z.string() }),
  body: z.strictObject({ domain: z.string().trim().toLowerCase() }),
  success: { status: 200, body: z.object({ domain: z.string() }) },
})
const call = { apiKey: 'key_secret', params: { id: 'a b/c' }, body: { domain: ' Example.COM ' } }

function answering(status: number, body: string) {
  return serve((_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body))
}

test('path, key and body as the contract says; extra fields of the answer are dropped', async () => {
  const baseUrl = await serve(async (request, response) => {
    const sent = await new Response(request as unknown as ReadableStream).text()
    const { authorization, 'content-type': type } = request.headers
    expect([request.method, request.url, authorization, type]).toEqual([
      'PATCH',
      '/under/api/things/a%20b%2Fc',
      'Bearer key_secret',
      'application/json',
    ])
    response.end(JSON.stringify({ ...JSON.parse(sent), extra: 1 }))
  })
  expect(await callRoute(change, { ...call, baseUrl: `${baseUrl}/under/` })).toEqual({ domain: 'example.com' })
})

test('what the route refuses is refused before it is sent', async () => {
  const wrong = { ...call, baseUrl: 'http://127.0.0.1:1', body: { domain: 'a', role: 'owner' } }
  await expect(callRoute(change, wrong)).rejects.toBeInstanceOf(z.ZodError)
})

test('a refusal keeps its status, code and sentence, and no key', async () => {
  const refusal = { error: 'conflict', message: 'The domain example.com is in use. Choose another one.' }
  const refused = await callRoute(change, { ...call, baseUrl: await answering(409, JSON.stringify(refusal)) }).catch(
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(RouteRefused)
  expect(refused).toMatchObject({ status: 409, refusal })
  expect(String(refused)).not.toContain('key_secret')
})

describe('an answer the contract does not know', () => {
  test.each([
    ['a web page', 200, '<html></html>'],
    ['a body of another shape', 200, '{"domain":1}'],
    ['another success', 204, ''],
    ['a refusal of another shape', 502, '{"error":"bad_gateway"}'],
  ])('%s', async (_name, status, body) => {
    await expect(callRoute(change, { ...call, baseUrl: await answering(status, body) })).rejects.toMatchObject({
      reason: 'unexpected-answer',
      detail: `${status} PATCH /api/things/:id`,
    })
  })

  test('a redirect', async () => {
    const baseUrl = await serve((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
    await expect(callRoute(change, { ...call, baseUrl })).rejects.toMatchObject({ reason: 'redirects' })
  })
})

test('no backend there', async () => {
  await expect(callRoute(change, { ...call, baseUrl: 'http://127.0.0.1:1' })).rejects.toBeInstanceOf(FetchRefused)
})
