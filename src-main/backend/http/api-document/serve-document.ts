import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Html, html } from '../pages/html.ts'
import type { Site } from '../site.ts'
import { apiPage } from './api-page.ts'
import { apiStyle } from './api-style.ts'
import { apiDocument } from './describe-api.ts'

export const API_DOCUMENT_PATH = '/api/v1/openapi.json'
export const API_PAGE_PATH = '/api/v1/docs'

/** For everyone: it tells of the API and of nobody's data. */
export function serveApiDocument(server: FastifyInstance, { installation }: Site): void {
  const hidden = { schema: { hide: true } }
  server.get(API_DOCUMENT_PATH, hidden, async (_request, reply) => {
    const servers = [{ url: installation.publicUrl }]
    return reply.type('application/json; charset=utf-8').send(JSON.stringify({ ...apiDocument(server), servers }))
  })
  server.get(API_PAGE_PATH, hidden, async (_request, reply) => {
    const { publicUrl } = installation
    return sendWide(reply, apiPage(apiDocument(server), { publicUrl, documentPath: API_DOCUMENT_PATH }))
  })
}

const sendWide = (reply: FastifyReply, body: Html) => {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Claimcheck admin API</title>
<style nonce="${reply.cspNonce.style}">${apiStyle}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
  return reply.type('text/html; charset=utf-8').send(page.text)
}
