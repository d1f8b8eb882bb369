import { randomBytes } from 'node:crypto'
import { app, type BrowserWindow, clipboard, dialog, nativeTheme, safeStorage, shell } from 'electron'
import { Workspace } from '#main/workspace/workspace.ts'
import { contract } from '#shared/ipc/contract.ts'
import type { Problem } from '#shared/model/problem.ts'
import { themeOf } from '../ipc/handlers/app.ts'
import type { HandlerContext } from '../ipc/handlers/handler-context.ts'
import { TestLogins } from '../ipc/handlers/test-login.ts'
import { tellWindows } from '../ipc/tell.ts'
import type { Log } from '../log/open-log.ts'
import { embeddedTransport } from '../login-browser/embedded-transport.ts'
import { openSignIn } from '../login-browser/open-sign-in.ts'
import { clientSecretsOf } from '../openid/client-secret.ts'
import { knownClients } from '../openid/known-clients.ts'
import { forkIn } from '../processes/fork.ts'
import { systemKeychain } from '../secrets/keychain.ts'
import { Secrets } from '../secrets/secrets.ts'
import { mayOpenSignIn } from '../security/outside-links.ts'
import { keysOf } from '../service-provider/key-of.ts'
import { knownServiceProviders } from '../service-provider/metadata-of.ts'
import { AggregateService } from '../services/aggregate-service.ts'
import { BundledTenant } from '../services/bundled-tenant.ts'
import { InspectorService } from '../services/inspector-service.ts'
import { PracticeIdpService } from '../services/practice-idp-service.ts'
import { RemoteTenant } from '../services/remote-tenant.ts'
import { TenantService } from '../services/tenant-service.ts'
import { openSettings } from '../storage/settings.ts'
import { openWorkspaceFiles } from '../storage/workspace-files.ts'
import type { OwnPages } from '../windows/own-page.ts'
import type { Paths } from './paths.ts'

/** Everything behind the window, open and ready. */
export interface Desk {
  readonly context: HandlerContext
  readonly testLogins: TestLogins
}

export async function openDesk(
  paths: Paths,
  pages: OwnPages,
  log: Log,
  mainWindow: () => BrowserWindow | undefined,
): Promise<Desk> {
  const clock = () => new Date()
  const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))
  const problems: Problem[] = []
  const warn = (warning: Problem, cause?: unknown) => {
    problems.push(warning)
    log(warning.what, cause)
  }
  const settings = openSettings(paths.userData, clock, warn)
  nativeTheme.themeSource = themeOf(settings.get('colorScheme') ?? 'auto')
  const keychain = systemKeychain(safeStorage, process.platform)
  const secrets = await Secrets.open(paths.secrets, { keychain, clock })
  const workspace = await Workspace.open(await openWorkspaceFiles(paths.workspace, clock, warn), { clock, random })
  const tell = tellWindows(contract, () => mainWindows(mainWindow()))
  const fork = forkIn(paths.programs, log)
  const services = { fork, secrets, settings, report: log }
  const browser = { pages, preload: paths.preload, report: log }
  const tellTenant = () => tell.tenant.changed(tenant.status)
  const tenant: TenantService = new TenantService({
    bundled: new BundledTenant({ ...services, dataFolder: paths.tenant, clock, onChange: tellTenant, warn }),
    remote: new RemoteTenant(secrets),
    settings,
    onChange: tellTenant,
  })
  void tenant.resume().catch((cause) => log('the tenant backend was not connected', cause))
  const context: HandlerContext = {
    workspace,
    secrets,
    settings,
    tenant,
    practiceIdp: new PracticeIdpService({
      ...services,
      knownServiceProviders: () => knownServiceProviders(workspace.list()),
      knownClients: (issuer) => knownClients(workspace.list(), secrets, issuer),
      onChange: (status) => tell.practiceIdp.changed(status),
    }),
    aggregate: new AggregateService({
      fork,
      onProgress: (progress) => tell.identityProvider.aggregateProgress(progress),
      report: log,
    }),
    inspector: new InspectorService({ fork, report: log }),
    transport: embeddedTransport(browser),
    openInBrowser: async (url) => {
      if (!mayOpenSignIn(url)) throw new Error('no address that a sign-in may begin at')
      await shell.openExternal(url)
    },
    openSignIn: (url) => openSignIn(url, browser),
    tell,
    problems,
    versions: { app: app.getVersion(), electron: process.versions.electron ?? '' },
    mainWindow,
    dialog,
    clipboard,
    nativeTheme,
    clock,
    random,
    stopwatch: () => performance.now(),
    report: log,
  }
  return { context, testLogins: new TestLogins(context) }
}

const mainWindows = (window: BrowserWindow | undefined) => (window && !window.isDestroyed() ? [window.webContents] : [])

/** What was removed before the app quit is gone now, its keys too. */
export async function emptyBin({ workspace, secrets }: Pick<HandlerContext, 'workspace' | 'secrets'>): Promise<void> {
  for (const id of await workspace.emptyBin())
    for (const prefix of [keysOf(id), clientSecretsOf(id)]) await secrets.removeAll(prefix)
}

/** Ends everything in order; what was asked for is stored when it resolves. */
export async function closeDesk({ context, testLogins }: Desk): Promise<void> {
  const { tenant, practiceIdp, aggregate, inspector, workspace } = context
  await testLogins.stopAll()
  await Promise.all([tenant.close(), practiceIdp.stop(), aggregate.close(), inspector.stop()])
  await workspace.settled()
  await emptyBin(context)
}
