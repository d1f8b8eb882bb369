/** Entry of the practice identity provider's process: starts it when main says so, and answers main's questions. */
import { createPrivateKey, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { type PracticeIdp, startPracticeIdp } from '#main/practice-idp/practice-idp.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { tellBy } from '../ipc/tell.ts'
import { causeText } from '../log/cause-text.ts'
import { answerMain } from './answer-main.ts'
import { type PracticeSigningPem, practiceIdpProcess } from './contracts.ts'
import { reasonOf } from './reason-of.ts'

const port = process.parentPort
const tell = tellBy(practiceIdpProcess, (feature, name, payload) =>
  port.postMessage({ kind: 'told', feature, name, payload }),
)
const report = (what: string, cause: unknown) => tell.practiceIdp.logged({ what, cause: causeText(cause) })

const Jwks = z.object({ keys: z.array(z.looseObject({})) })

let idp: PracticeIdp | undefined

answerMain(
  port,
  practiceIdpProcess,
  {
    practiceIdp: {
      start: async ({ port: wanted, signing }) => {
        idp = await startPracticeIdp({
          port: wanted,
          signing: signing ? fromPem(signing) : undefined,
          clock: () => new Date(),
          random: (bytes) => randomBytes(bytes),
          onEvent: (event) => {
            if (event.kind === 'failed') report('practice IdP failed', event.error)
            if (event.kind === 'slip-ended' && idp) tell.practiceIdp.changed(idp.status())
          },
        }).catch((cause: unknown) => {
          const isTaken = reasonOf(cause, 'PracticeIdpRefused')?.startsWith('port-')
          throw isTaken ? new InputRefused('practice-idp.port-taken', null, { cause }) : cause
        })
        return toPem(idp)
      },
      status: async () => running().status(),
      setFaults: async ({ faults }) => {
        running().setFaults(faults)
        return running().status()
      },
      beginExercise: async () => {
        running().beginExercise()
        return running().status()
      },
      answerExercise: async ({ guess }) => {
        const fault = running().endExercise()
        return { status: running().status(), fault, guess }
      },
      registerServiceProvider: async ({ metadataXml }) => running().registerServiceProvider(metadataXml),
      registerClient: async ({ clientSecret, jwksJson, ...client }) =>
        running().registerClient({
          ...client,
          clientSecret: clientSecret ?? undefined,
          jwks: jwksJson === null ? undefined : Jwks.parse(JSON.parse(jwksJson)),
        }),
      stop: async () => {
        await idp?.stop()
        idp = undefined
      },
    },
  },
  report,
)

function running(): PracticeIdp {
  if (!idp) throw new InputRefused('practice-idp.not-running')
  return idp
}

const fromPem = ({ privateKey, certificate }: PracticeSigningPem) => ({
  privateKey: createPrivateKey(privateKey),
  certificate: readCertificate(certificate),
})

const toPem = ({ signing }: PracticeIdp): PracticeSigningPem => ({
  privateKey: signing.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  certificate: signing.certificate.summary.pem,
})
