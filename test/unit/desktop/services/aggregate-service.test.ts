import { expect, test } from 'vitest'
import { inspectorProcess } from '#main/desktop/processes/contracts.ts'
import { AggregateService } from '#main/desktop/services/aggregate-service.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { deferred } from '#test/support/async/deferred.ts'
import { FakeProcess } from '#test/support/desktop/fake-process.ts'
import { federation } from '#test/support/window/samples/federation.ts'

/** A process that lists a file, and never comes to an end with one called endless. */
function setUp() {
  const processes: FakeProcess<typeof inspectorProcess>[] = []
  const begun = deferred<void>()
  const opened: unknown[] = []
  const fork = () => {
    const process = new FakeProcess(inspectorProcess, {
      aggregate: {
        open: (origin) => {
          opened.push(origin)
          if (!('path' in origin) || origin.path !== '/endless.xml') return Promise.resolve(federation())
          begun.resolve()
          return new Promise(() => undefined)
        },
        verify: async () => [],
        take: async () => ({ bytes: new Uint8Array([1]), around: [], signature: [] }),
      },
      inspector: { prepare: async () => undefined, inspect: () => Promise.reject(new Error()) },
    })
    processes.push(process)
    return process.port
  }
  const service = new AggregateService({ fork, onProgress: () => undefined, report: () => undefined })
  return { service, processes, opened, begun: begun.promise }
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (refused) => (refused instanceof InputRefused ? refused.problem.code : refused),
  )
const at = (path: string) => async () => ({ path })

test('a file is handed over by its path and stays at hand until it is closed', async () => {
  const { service, opened, processes } = setUp()
  expect((await service.open(at('/federation.xml'))).entities).toHaveLength(6_000)
  expect(opened).toEqual([{ path: '/federation.xml' }])
  expect(await service.take(0)).toMatchObject({ around: [] })
  expect(await service.verify('pem')).toEqual([])
  await service.close()
  expect(processes[0]?.isAlive).toBe(false)
  expect(await codeOf(service.take(0))).toBe('aggregate.gone')
  expect(await codeOf(service.verify('pem'))).toBe('aggregate.gone')
})

test('what is closed while it is read is stopped with its process', async () => {
  const { service, processes, begun } = setUp()
  const asked = codeOf(service.open(at('/endless.xml')))
  await begun
  await service.close()
  expect(await asked).toBe('aggregate.stopped')
  expect(processes[0]?.isAlive).toBe(false)
})

test('what is closed while it is fetched is not read at all', async () => {
  const { service, processes } = setUp()
  const asked = codeOf(
    service.open(
      (signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new InputRefused('fetch.network')))
        }),
    ),
  )
  // Opening first ends what was open before, in a turn of its own.
  await new Promise((resolve) => setImmediate(resolve))
  await service.close()
  expect(await asked).toBe('aggregate.stopped')
  expect(processes).toHaveLength(0)
})

test('where it cannot be fetched that is said', async () => {
  const { service } = setUp()
  expect(await codeOf(service.open(() => Promise.reject(new InputRefused('fetch.timeout'))))).toBe('fetch.timeout')
})
