/** Entry of the worker that judges entities beside the thread that cuts them out. */
import { parentPort, workerData } from 'node:worker_threads'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import type { MetadataContext } from '../../metadata/entity-context.ts'
import { rememberCertificates } from '../../metadata/read-certificates.ts'
import { listPieces } from '../judge-piece.ts'
import { type FromWorker, ToWorker, WorkerSettings } from './messages.ts'

const MOST_CERTIFICATES = 100

const context = contextOf(WorkerSettings.parse(workerData))
const port = parentPort
if (port === null) throw new Error('this is a worker')

port.on('message', (data) => {
  const { id, frame, pieces } = ToWorker.parse(data)
  void context.then((settled) => {
    const listings = listPieces(pieces, frame, settled)
    port.postMessage({ id, listings } satisfies FromWorker)
  })
})

async function contextOf(settings: WorkerSettings): Promise<MetadataContext> {
  return {
    now: new Date(settings.now),
    mode: settings.mode,
    role: settings.role,
    trustedCertificates: settings.trustedCertificates?.map((pem) => readCertificate(pem)),
    schemaValidator: settings.withSchema ? await loadSchemaValidator() : undefined,
    readCertificate: rememberCertificates(MOST_CERTIFICATES),
  }
}
