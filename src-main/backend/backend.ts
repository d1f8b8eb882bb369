import { type LookUpTxt, lookUpTxt } from '#main/net/look-up-txt.ts'
import type { OrganisationId } from '#shared/model/ids.ts'
import { BackendRefused } from './backend-refused.ts'
import { backgroundWork } from './background-work.ts'
import { watchClock } from './clock-watch.ts'
import { listenOn } from './http/listen.ts'
import { createMetricsServer, METRICS_PATH } from './http/operations/serve-metrics.ts'
import { defaultRateLimits, type RateLimits } from './http/rate-limits.ts'
import { createServer } from './http/server.ts'
import type { Installation, LogEntry, Random } from './installation.ts'
import { openMailQueue } from './mail/mail-queue.ts'
import { type SmtpOptions, smtpSender } from './mail/smtp-sender.ts'
import { noMeasures } from './measures/measures.ts'
import { OpenidProviders } from './openid/openid-providers.ts'
import { initialiseOrganisation, type NewOrganisation } from './organisations/initialise-organisation.ts'
import { readOperatorKey } from './organisations/operator-key.ts'
import { checkPublicUrl } from './public-url.ts'
import { loadReceiptKey } from './receipts/receipt-key.ts'
import { checkEncryptionKey } from './secrets/check-encryption-key.ts'
import { portionedRandom } from './secrets/portioned-random.ts'
import { createSealer } from './secrets/sealer.ts'
import { backUpSqlite, restoreSqlite } from './storage/back-up-sqlite.ts'
import { openStorage, type Storage } from './storage/open-storage.ts'
import { storageFailure } from './storage/storage-failure.ts'
import { StorageRefused } from './storage/storage-refused.ts'
import { sweepRegularly } from './sweep.ts'

export interface BackendOptions {
  /** Made for its owner alone where it does not exist. */
  readonly dataFolder: string
  /** As browsers and identity providers see it: scheme and host. Where it listens, if left out. */
  readonly publicUrl?: string
  readonly host: '127.0.0.1'
  /** 0: any that is free. ACS URLs hold it unless there is a public URL, so a lasting backend names one. */
  readonly port: number
  /** 32 bytes; the same at every start. */
  readonly encryptionKey: Uint8Array
  /** Under which something may still be sealed: it is sealed anew under `encryptionKey` before the backend listens. */
  readonly previousEncryptionKeys?: readonly Uint8Array[]
  /** PEM of the operator's Ed25519 public key: then only licences it signed count. Left out: a practice licence. */
  readonly licenceKey?: string
  /** The least plan that includes single sign-on: Enterprise, if left out. */
  readonly ssoFromPlan?: 'business' | 'enterprise' | undefined
  /** Left out: the machine's own resolvers. */
  readonly lookUpTxt?: LookUpTxt
  /** Where mail is handed in. Left out: it is kept, and an owner reads it in the outbox. */
  readonly smtp?: SmtpOptions | undefined
  /** Metadata of identity providers, and OpenID providers, may lie on private addresses too. Left out: only where the backend itself is on this machine alone. */
  readonly allowPrivateAddresses?: boolean
  readonly clock: () => Date
  readonly random: Random
  readonly log?: (entry: LogEntry) => void
  readonly rateLimits?: Partial<RateLimits>
  /** Where Prometheus reads what is counted, on this machine alone; 0: any that is free. Left out: nothing is counted. */
  readonly metricsPort?: number
  /** What a stop waits for once the backend says that it is not ready: until nobody sends it anything new. */
  readonly drained?: () => Promise<void>
}

export interface Backend {
  /** Where it is reached: the public URL. */
  readonly url: string
  /** Where Prometheus reads; undefined where nothing is counted. */
  readonly metricsUrl: string | undefined
  /** Makes an organisation with its owner and first API key, which is answered this once. @throws {z.ZodError} */
  readonly initialise: (organisation: NewOrganisation) => Promise<{ orgId: OrganisationId; apiKey: string }>
  /** Answers what it has begun to answer, then closes the database. Again: the same end. */
  readonly stop: () => Promise<void>
}

/** Opens the tenant backend and listens. @throws {BackendRefused} and nothing was changed */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { clock } = options
  const random = portionedRandom(options.random)
  const prometheus = options.metricsPort === undefined ? undefined : await countForPrometheus()
  const measures = prometheus ?? noMeasures
  const log = (entry: LogEntry) => {
    measures.logged(entry.level)
    options.log?.(entry)
  }
  const publicUrl = checkPublicUrl(options.publicUrl)
  const operatorKey = readOperatorKey(options.licenceKey)
  const storage = await openStorageOrRefuse(options)
  try {
    const { encryptionKey: current, previousEncryptionKeys: previous = [] } = options
    const sealer = createSealer(current, random, previous)
    const resealed = await checkEncryptionKey(storage, { current, previous }, sealer)
    if (resealed > 0) log({ level: 'info', event: 'encryption-key.replaced', details: { resealed } })
    const receiptKey = await loadReceiptKey(storage.installation, sealer)
    const watch = await watchClock(storage.installation, clock)
    await watch.keep()
    const { openStores, directory } = storage
    const addresses = (options.allowPrivateAddresses ?? isLocal(publicUrl)) ? 'any' : 'public-only'
    const openid = new OpenidProviders(addresses)
    const reach = { publicUrl: publicUrl ?? '' }
    const installation: Installation = {
      get publicUrl() {
        return reach.publicUrl
      },
      ...{ directory, openStores, sealer, receiptKey, clock, random, log },
      licences: {
        operatorKey,
        clock: watch,
        plansWithSso: options.ssoFromPlan === 'business' ? ['business', 'enterprise'] : ['enterprise'],
      },
      lookUpTxt: options.lookUpTxt ?? lookUpTxt,
      addresses,
      openid,
      sendsMail: options.smtp !== undefined,
    }
    const background = backgroundWork(log)
    const mailQueue = openMailQueue(installation, options.smtp && smtpSender(options.smtp))
    let stopping = false
    const isReady = () =>
      stopping ? Promise.resolve(false) : storage.installation.read('encryption-key-id').then(Boolean, () => false)
    const server = await createServer({
      ...{ installation, measures, isReady },
      mailQueue,
      afterwards: background.afterwards,
      limits: { ...defaultRateLimits, ...options.rateLimits },
      secure: publicUrl?.startsWith('https:') ?? false,
    })
    const metrics = prometheus && createMetricsServer(prometheus)
    const metricsPort = metrics && (await listenOn(metrics, { host: options.host, port: options.metricsPort ?? 0 }))
    const port = await listenOn(server, options).catch(async (cause: unknown) => {
      await metrics?.close()
      throw cause
    })
    reach.publicUrl ||= `http://${options.host}:${port}`
    const stopSweeping = sweepRegularly({ storage, watch, mailQueue, clock, log, measures })
    const close = async () => {
      stopping = true
      await options.drained?.()
      await server.close()
      await metrics?.close()
      await background.ended()
      await stopSweeping()
      await mailQueue.close()
      await openid.close()
      // On a full disk too it stops in order.
      await watch.keep().catch((cause: unknown) => log({ level: 'error', event: 'stop.failed', details: {}, cause }))
      await storage.close()
    }
    let closing: Promise<void> | undefined
    return {
      url: reach.publicUrl,
      metricsUrl: metricsPort === undefined ? undefined : `http://${options.host}:${metricsPort}${METRICS_PATH}`,
      initialise: (organisation) => initialiseOrganisation(installation, organisation),
      stop: () => {
        closing ??= close()
        return closing
      },
    }
  } catch (error) {
    await storage.close()
    const failure = storageFailure(error)
    throw failure === undefined ? error : new BackendRefused(failures[failure], { cause: error })
  }
}

/** Nobody but this machine's own people reaches it. */
const isLocal = (publicUrl: string | undefined) => publicUrl === undefined || publicUrl.startsWith('http:')

/** Loaded where it is asked for: the backend in a window's process counts nothing. */
const countForPrometheus = async () => (await import('./measures/prometheus-measures.ts')).prometheusMeasures()

const failures = { unavailable: 'data-folder', damaged: 'data-damaged' } as const
const reasons = {
  'not-writable': 'data-folder',
  damaged: 'data-damaged',
  newer: 'data-newer',
  missing: 'data-missing',
  'backup-target': 'backup-target',
  'backup-damaged': 'backup-damaged',
  exists: 'data-exists',
} as const

async function openStorageOrRefuse({ dataFolder }: BackendOptions): Promise<Storage> {
  try {
    return await openStorage(dataFolder)
  } catch (cause) {
    if (cause instanceof StorageRefused) throw new BackendRefused(reasons[cause.reason], { cause })
    throw cause
  }
}

/** A copy of the whole database as it is at this moment, while it is served too. @throws {BackendRefused} `backup-target` where the file cannot be made */
export const backUpBackend = (dataFolder: string, file: string): void => orRefused(() => backUpSqlite(dataFolder, file))

/**
 * Puts a backup in the place of a database that is not there. The file is looked through first.
 * @throws {BackendRefused} `backup-damaged`, or `data-exists` where the folder has a database
 */
export const restoreBackend = (file: string, dataFolder: string): void =>
  orRefused(() => restoreSqlite(file, dataFolder))

function orRefused(work: () => void): void {
  try {
    work()
  } catch (cause) {
    if (cause instanceof StorageRefused) throw new BackendRefused(reasons[cause.reason], { cause })
    throw cause
  }
}
