import { createReadStream } from 'node:fs'
import { startEntityWorker } from '#main/checks/aggregate/worker/start-entity-worker.ts'
import { judgeAggregate } from '#main/checks/judge-aggregate.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { NOW } from '#test/support/saml/response-message.ts'

/** One whole run in a process of its own, so that its memory is its own: file, then what it took as JSON. */
const [file = ''] = process.argv.slice(2)
const start = performance.now()
const context = { now: NOW, mode: 'interop' as const, schemaValidator: await loadSchemaValidator() }
const helper = startEntityWorker(new URL('./entity-worker.js', import.meta.url), context)
const { verdict, entities } = await judgeAggregate(createReadStream(file, { highWaterMark: 65_536 }), context, {
  helper,
})
await helper.stop()
const { user, system } = process.cpuUsage()
process.stdout.write(
  JSON.stringify({
    verdict,
    entities: entities.length,
    wall: performance.now() - start,
    processor: (user + system) / 1_000,
    peak: process.resourceUsage().maxRSS / 1_024,
  }),
)
