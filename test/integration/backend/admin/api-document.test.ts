import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { declaredRoutes } from '#test/support/backend/declared-routes.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'

test('the document is OpenAPI 3.1 and knows every route that is declared, and no other', async () => {
  const { url } = await openTestBackend()
  const answer = await fetch(`${url}/api/v1/openapi.json`)
  expect(answer.headers.get('content-type')).toContain('application/json')
  const document = (await answer.json()) as { openapi: string; servers: unknown; paths: Record<string, object> }
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url }] })
  expect(await new Validator().validate(document)).toMatchObject({ valid: true })
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const declared = [...(await declaredRoutes()).values()]
  const expected = declared.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(described.toSorted()).toEqual(expected.toSorted())
  expect(expected.length).toBeGreaterThan(40)
})

test('each operation has its own id, and those that heed If-Match say so', async () => {
  const { url } = await openTestBackend()
  const { paths } = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>>
  }
  const operations = Object.values(paths).flatMap((item) => Object.values(item))
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  const heeding = operations.filter(({ parameters }) => parameters?.some(({ name }) => name === 'if-match'))
  expect(heeding.map(({ operationId }) => operationId).toSorted()).toEqual([
    'deleteDraftsById',
    'deleteMembersById',
    'deleteProvidersById',
    'patchDraftsById',
    'patchMembersById',
    'patchOrganisation',
    'patchPolicy',
    'patchProvidersById',
    'postDraftsByIdPublish',
  ])
})

test('its page says all of it to people, without any script', async () => {
  const { url } = await openTestBackend()
  const answer = await fetch(`${url}/api/v1/docs`)
  const page = await answer.text()
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page).not.toContain('<script')
  for (const { method, path, summary } of (await declaredRoutes()).values()) {
    expect(page).toContain(`>${method}</span>\n<code>${path.replace(/:(\w+)/g, '{$1}')}</code>`)
    expect(page).toContain(summary.replaceAll("'", '&#39;'))
  }
  expect(page).toContain(`${url}/api/v1/admin/sso/enforcement`)
})
