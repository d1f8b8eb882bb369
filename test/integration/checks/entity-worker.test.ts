import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEntityWorker } from '#main/checks/aggregate/worker/start-entity-worker.ts'
import { type EntityHelper, judgeAggregate } from '#main/checks/judge-aggregate.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { writeAggregate } from '#test/support/saml/metadata/write-aggregate.ts'
import { NOW } from '#test/support/saml/response-message.ts'

const folder = mkdtempSync(join(tmpdir(), 'aggregate-'))
const file = join(folder, 'aggregate.xml')
beforeAll(async () => {
  writeAggregate(file, { entities: 120, identity: await makeSigningIdentity(), broken: new Set([7, 99]) })
})
afterAll(() => rmSync(folder, { recursive: true }))

const worker = new URL('../../support/checks/entity-worker.mjs', import.meta.url)
const context = async () => ({ now: NOW, mode: 'interop' as const, schemaValidator: await loadSchemaValidator() })

test('a worker beside comes to the same judgement', async () => {
  const alone = await judgeAggregate(createReadStream(file), await context())
  const helper = startEntityWorker(worker, await context())
  let helped = 0
  const counted: EntityHelper = {
    judge: (pieces, frame) => {
      helped += pieces.length
      return helper.judge(pieces, frame)
    },
  }
  const together = await judgeAggregate(createReadStream(file), await context(), { helper: counted })
  await helper.stop()
  expect(together).toEqual(alone)
  expect(helped).toBeGreaterThan(0)
  expect(alone.entities.filter(({ verdict }) => verdict === 'invalid').map(({ number }) => number)).toEqual([7, 99])
  expect(alone.counts.map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'metadata.single-sign-on.missing',
      'metadata.assertion-consumer.missing',
      'metadata.schema.invalid',
    ]),
  )
})

test('a worker that is stopped fails what waits for it, and leaves nothing running', async () => {
  const helper = startEntityWorker(worker, await context())
  const judged = judgeAggregate(createReadStream(file), await context(), { helper })
  await helper.stop()
  await expect(judged).rejects.toThrow('the worker ended')
})
