import { expect, test } from 'vitest'
import { inspectorProcess } from '#main/desktop/processes/contracts.ts'
import { InspectorService } from '#main/desktop/services/inspector-service.ts'
import type { Inspection } from '#shared/model/inspection.ts'
import { deferred } from '#test/support/async/deferred.ts'
import { FakeProcess } from '#test/support/desktop/fake-process.ts'
import { textInspection } from '#test/support/window/samples/inspections.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** An inspector that answers with what it was given, and never to `endless`. */
function setUp() {
  const processes: FakeProcess<typeof inspectorProcess>[] = []
  const begun = deferred<void>()
  const fork = () => {
    const process = new FakeProcess(inspectorProcess, {
      aggregate: {
        open: () => Promise.reject(new Error()),
        verify: () => Promise.reject(new Error()),
        take: () => Promise.reject(new Error()),
      },
      inspector: {
        prepare: async () => undefined,
        inspect: ({ bytes: given }) => {
          const text = new TextDecoder().decode(given)
          if (text !== 'endless') return Promise.resolve(textInspection(text))
          begun.resolve()
          return new Promise<Inspection>(() => undefined)
        },
      },
    })
    processes.push(process)
    return process.port
  }
  return { service: new InspectorService({ fork, report: () => undefined }), processes, begun: begun.promise }
}

const codeOf = (refused: unknown) => (refused as { problem: { code: string } }).problem.code
const refusal = (asked: Promise<unknown>) => asked.then(() => 'answered', codeOf)

test('one process looks at one thing after the other, and ends with the app', async () => {
  const { service, processes } = setUp()
  expect((await service.inspect(bytes('a'), null)).text?.content).toBe('a')
  expect((await service.inspect(bytes('b'), null)).text?.content).toBe('b')
  expect(processes).toHaveLength(1)
  await service.stop()
  expect(processes[0]?.isAlive).toBe(false)
})

test('what is cancelled ends at once, with its process, and the next has a new one', async () => {
  const { service, processes, begun } = setUp()
  const asked = refusal(service.inspect(bytes('endless'), null))
  await begun
  await service.cancel()
  expect(await asked).toBe('inspector.stopped')
  expect(processes[0]?.isAlive).toBe(false)
  expect((await service.inspect(bytes('c'), null)).text?.content).toBe('c')
  expect(processes).toHaveLength(2)
})

test('what is asked next gives up what went before', async () => {
  const { service, begun } = setUp()
  const first = refusal(service.inspect(bytes('endless'), null))
  await begun
  expect((await service.inspect(bytes('d'), null)).text?.content).toBe('d')
  expect(await first).toBe('inspector.stopped')
})

test('a process that breaks down says so, and the next look begins anew', async () => {
  const { service, processes, begun } = setUp()
  const asked = refusal(service.inspect(bytes('endless'), null))
  await begun
  processes[0]?.exit(5)
  expect(await asked).toBe('inspector.crashed')
  expect((await service.inspect(bytes('e'), null)).text?.content).toBe('e')
})
