/** Entry of the tenant backend's process: opens it when main says so, and answers main's questions. */
import { randomBytes } from 'node:crypto'
import { type Backend, openBackend } from '#main/backend/backend.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'
import { tellBy } from '../ipc/tell.ts'
import { causeText } from '../log/cause-text.ts'
import { answerMain } from './answer-main.ts'
import { backendProcess } from './contracts.ts'
import { reasonOf } from './reason-of.ts'

const port = process.parentPort
const tell = tellBy(backendProcess, (feature, name, payload) =>
  port.postMessage({ kind: 'told', feature, name, payload }),
)
const report = (what: string, cause: unknown) => tell.backend.logged({ what, cause: causeText(cause) })

/** Why it did not open, in words for the screen; anything else is a fault of ours. */
const refusals: Readonly<Record<string, ProblemCode>> = {
  'port-taken': 'tenant.port-taken',
  'data-folder': 'tenant.not-opened',
  'data-damaged': 'tenant.data-damaged',
  'data-newer': 'tenant.data-newer',
  'wrong-encryption-key': 'tenant.other-key',
}

let backend: Backend | undefined

answerMain(
  port,
  backendProcess,
  {
    backend: {
      open: async ({ dataFolder, port: wanted, encryptionKey }) => {
        backend = await openBackend({
          dataFolder,
          host: '127.0.0.1',
          port: wanted,
          encryptionKey,
          clock: () => new Date(),
          random: (bytes) => randomBytes(bytes),
          log: ({ level, event, cause }) => level !== 'info' && report(event, cause),
        }).catch((cause: unknown) => {
          const code = refusals[reasonOf(cause, 'BackendRefused') ?? '']
          throw code ? new InputRefused(code, null, { cause }) : cause
        })
        return { url: backend.url }
      },
      initialise: async ({ organisation, owner }) =>
        running().initialise({ organisation, owner, plan: 'enterprise', policies: { requireTestReceipt: true } }),
      stop: async () => {
        await backend?.stop()
        backend = undefined
      },
    },
  },
  report,
)

function running(): Backend {
  if (!backend) throw new InputRefused('tenant.not-running')
  return backend
}
