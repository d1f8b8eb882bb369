import { randomBytes } from 'node:crypto'
import { Agent, fetch, type Headers } from 'undici'
import { onTestFinished } from 'vitest'
import { type Backend, type BackendOptions, openBackend } from '#main/backend/backend.ts'
import type { LogEntry } from '#main/backend/installation.ts'
import type { NewOrganisation } from '#main/backend/organisations/initialise-organisation.ts'
import { ADMIN_API } from '#shared/http-api/route.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { expectAsDocumented } from './as-documented.ts'

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: what is answered is what the tests are about
  readonly body: any
  readonly headers: Headers
}

export interface TestOrganisation {
  readonly orgId: string
  readonly apiKey: string
  /** One call of the admin API: path below its prefix, body as JSON. */
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
}

export interface TestBackend {
  readonly backend: Backend
  readonly url: string
  readonly options: BackendOptions
  readonly log: LogEntry[]
  readonly advance: (milliseconds: number) => void
  readonly now: () => Date
  readonly organisation: (change?: Partial<NewOrganisation>) => Promise<TestOrganisation>
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND

/** A backend of its own on a free port, at 2026-11-22T08:00:00Z until it is told otherwise. Stopped when the test is over. */
export async function openTestBackend(change: Partial<BackendOptions> = {}): Promise<TestBackend> {
  let now = Date.parse('2026-11-22T08:00:00.000Z')
  const log: LogEntry[] = []
  const options: BackendOptions = {
    dataFolder: change.dataFolder ?? (await temporaryFolder()),
    host: '127.0.0.1',
    port: 0,
    encryptionKey: randomBytes(32),
    clock: () => new Date(now),
    random: (bytes) => randomBytes(bytes),
    log: (entry) => log.push(entry),
    ...change,
  }
  const backend = await openBackend(options)
  onTestFinished(() => backend.stop())
  return {
    backend,
    url: backend.url,
    options,
    log,
    now: () => new Date(now),
    advance: (milliseconds) => {
      now += milliseconds
    },
    async organisation(organisation = {}) {
      const made = await backend.initialise({ organisation: 'Acme', owner: 'owner@acme.example', ...organisation })
      return { ...made, call: callWith(backend.url, made.apiKey) }
    },
  }
}

/** No connection outlives its call: the next one may be for a server that has just taken the port of the last. */
const dispatcher = new Agent({ pipelining: 0 })

/** Every answer is held to the OpenAPI document. */
export function callWith(url: string, apiKey: string): TestOrganisation['call'] {
  return async (method, path, body, headers = {}) => {
    const address = `${url}${ADMIN_API}${path}`
    const answer = await fetch(address, {
      dispatcher,
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const contentType = answer.headers.get('content-type') ?? ''
    const answered = contentType.startsWith('application/json') ? await answer.json() : await answer.text()
    const etag = answer.headers.get('etag')
    await expectAsDocumented({ method, url: address, status: answer.status, contentType, etag, body: answered })
    return { status: answer.status, body: answered, headers: answer.headers }
  }
}
