import type { FastifyInstance } from 'fastify'
import * as routes from '#shared/http-api/draft.ts'
import { changeDraft } from '../../drafts/change-draft.ts'
import { createDraft } from '../../drafts/create-draft.ts'
import { deleteDraft } from '../../drafts/delete-draft.ts'
import { publishDraft } from '../../drafts/publish-draft.ts'
import { listDrafts, readDraft } from '../../drafts/read-draft.ts'
import { serveRoute } from '../serve-route.ts'

export function serveDrafts(server: FastifyInstance): void {
  serveRoute(server, routes.listDrafts, (context, { query }) => listDrafts(context, query))
  serveRoute(server, routes.createDraft, async (context, { body }) => ({ draft: await createDraft(context, body) }))
  serveRoute(server, routes.getDraft, async (context, { params }) => ({ draft: await readDraft(context, params.id) }))
  serveRoute(server, routes.changeDraft, async (context, { params, body }) => ({
    draft: await changeDraft(context, params.id, body),
  }))
  serveRoute(server, routes.deleteDraft, (context, { params }) => deleteDraft(context, params.id))
  serveRoute(server, routes.publishDraft, async (context, { params, body }) => ({
    provider: await publishDraft(context, params.id, body),
  }))
}
