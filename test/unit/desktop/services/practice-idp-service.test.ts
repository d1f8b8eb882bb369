import { join } from 'node:path'
import { expect, test } from 'vitest'
import { practiceIdpProcess } from '#main/desktop/processes/contracts.ts'
import { PracticeIdpService } from '#main/desktop/services/practice-idp-service.ts'
import type { FaultId, PracticeIdpStatus } from '#shared/model/practice-idp.ts'
import { FakeProcess } from '#test/support/desktop/fake-process.ts'
import { memorySettings } from '#test/support/desktop/memory-settings.ts'
import { noKeychain, openSecrets } from '#test/support/desktop/open-secrets.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const aClient = (clientId: string) => ({
  clientId,
  clientSecret: 'sealed',
  authentication: 'client_secret_basic' as const,
  redirectUris: ['https://app.example/callback'],
  postLogoutRedirectUris: [],
  jwksJson: null,
})

/** A practice IdP that has a new key whenever it is given none. */
async function setUp(keychain?: typeof noKeychain) {
  const secrets = await openSecrets(join(await temporaryFolder(), 'secrets'), keychain)
  const settings = memorySettings()
  const started: { port: number; key: string }[] = []
  const statuses: PracticeIdpStatus[] = []
  const processes: FakeProcess<typeof practiceIdpProcess>[] = []
  let keys = 0
  const fork = () => {
    const state = { port: 0, faults: [] as FaultId[], serviceProviders: [] as string[], clients: [] as string[] }
    const status = (): PracticeIdpStatus => {
      const url = `http://127.0.0.1:${state.port}`
      const { faults, serviceProviders, clients } = state
      const openid = { issuer: `${url}/oidc`, discoveryUrl: `${url}/oidc/.well-known/openid-configuration`, clients }
      return {
        state: 'running',
        url,
        entityId: url,
        metadataUrl: `${url}/metadata`,
        people: [],
        faults,
        openid,
        serviceProviders,
      }
    }
    const process = new FakeProcess(practiceIdpProcess, {
      practiceIdp: {
        start: async ({ port, signing }) => {
          state.port = port || 41_000
          const made = signing ?? { privateKey: `key ${++keys}`, certificate: `certificate ${keys}` }
          started.push({ port, key: made.privateKey })
          return made
        },
        status: async () => status(),
        setFaults: async ({ faults }) => {
          state.faults = faults
          return status()
        },
        beginExercise: async () => ({ ...status(), exercise: { choices: ['wrong-audience', 'other-key'] } }),
        answerExercise: async ({ guess }) => ({ status: status(), fault: 'other-key', guess }),
        registerServiceProvider: async ({ metadataXml }) => {
          state.serviceProviders.push(metadataXml)
          return { entityId: metadataXml }
        },
        registerClient: async ({ clientId, clientSecret }) => {
          state.clients.push(`${clientId} ${clientSecret}`)
        },
        stop: async () => undefined,
      },
    })
    processes.push(process)
    return process.port
  }
  const service = new PracticeIdpService({
    fork,
    secrets,
    settings,
    knownServiceProviders: () => new Map([['https://known.example', 'https://known.example']]),
    knownClients: async () => [aClient('board'), aClient('other')],
    onChange: (status) => statuses.push(status),
    report: () => undefined,
  })
  return { service, secrets, started, statuses, processes }
}

test('is the same identity provider after a restart: port, key, and the service providers it was told of', async () => {
  const { service, started } = await setUp()
  const first = await service.start()
  await service.registerServiceProvider('https://known.example')
  await service.registerServiceProvider('https://gone.example')
  expect(service.status).toMatchObject({ serviceProviders: ['https://known.example', 'https://gone.example'] })
  await service.stop()
  expect(service.status).toEqual({ state: 'stopped' })
  expect(await service.start()).toEqual({ ...first, serviceProviders: ['https://known.example'] })
  expect(started).toEqual([
    { port: 0, key: 'key 1' },
    { port: 41_000, key: 'key 1' },
  ])
})

test('tells it again after a restart of the clients it was told of, and of no others', async () => {
  const { service } = await setUp()
  await service.start()
  await service.registerClient(aClient('board'))
  await service.stop()
  expect(await service.start()).toMatchObject({ openid: { clients: ['board sealed'] } })
})

test('needs no passphrase to practise, and keeps its key once one is set', async () => {
  const { service, secrets, started } = await setUp(noKeychain)
  expect((await service.start()).state).toBe('running')
  expect(secrets.state).toBe('passphrase-unset')
  await secrets.unlock('correct horse')
  await service.keepSigning()
  expect((await secrets.get('practice-idp.signing'))?.toString()).toContain('key 1')
  await service.stop()
  await service.start()
  expect(started.map(({ key }) => key)).toEqual(['key 1', 'key 1'])
})

test('tells everyone of faults and of its own end', async () => {
  const { service, statuses, processes } = await setUp()
  await service.start()
  await service.setFaults(['wrong-audience'])
  expect(statuses.at(-1)).toMatchObject({ state: 'running', faults: ['wrong-audience'] })
  processes[0]?.exit(1)
  expect(statuses.at(-1)).toMatchObject({ state: 'stopped', problem: { code: 'practice-idp.crashed' } })
  for (const ask of [service.setFaults([]), service.registerServiceProvider('x')])
    await expect(ask).rejects.toMatchObject({ problem: { code: 'practice-idp.not-running' } })
})

test('an exercise is on until it is answered, and every window sees that', async () => {
  const { service, statuses } = await setUp()
  await service.start()
  await service.beginExercise()
  expect(statuses.at(-1)).toMatchObject({ exercise: { choices: ['wrong-audience', 'other-key'] } })
  expect(await service.answerExercise('wrong-audience')).toMatchObject({ fault: 'other-key', guess: 'wrong-audience' })
  expect(statuses.at(-1)).not.toHaveProperty('exercise')
})

test('what it becomes by itself is seen as well', async () => {
  const { service, processes, statuses } = await setUp()
  const status = await service.start()
  const payload = { ...status, faults: ['wrong-audience'] }
  processes[0]?.say({ kind: 'told', feature: 'practiceIdp', name: 'changed', payload })
  await expect.poll(() => service.status).toMatchObject({ faults: ['wrong-audience'] })
  expect(service.status).toMatchObject({ faults: ['wrong-audience'] })
  expect(statuses.at(-1)).toMatchObject({ faults: ['wrong-audience'] })
})
