import type { BrowserWindow, Clipboard, Dialog, NativeTheme } from 'electron'
import type { LoginTransport } from '#main/test-login/run/login-transport.ts'
import type { Workspace } from '#main/workspace/workspace.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { Secrets } from '../../secrets/secrets.ts'
import type { AggregateService } from '../../services/aggregate-service.ts'
import type { InspectorService } from '../../services/inspector-service.ts'
import type { PracticeIdpService } from '../../services/practice-idp-service.ts'
import type { TenantService } from '../../services/tenant-service.ts'
import type { Settings } from '../../storage/settings.ts'
import type { Tell } from '../tell.ts'

/** What handlers work with; each takes the part it needs. */
export interface HandlerContext {
  readonly workspace: Workspace
  readonly secrets: Secrets
  readonly settings: Settings
  readonly tenant: TenantService
  readonly practiceIdp: PracticeIdpService
  readonly aggregate: Pick<AggregateService, 'open' | 'verify' | 'take' | 'close'>
  readonly inspector: Pick<InspectorService, 'inspect' | 'prepare' | 'cancel' | 'stop'>
  readonly transport: LoginTransport
  /** The system's browser, for a sign-in there. */
  readonly openInBrowser: (url: string) => Promise<void>
  readonly openSignIn: (url: string) => Promise<void>
  readonly tell: Tell<typeof contract>
  /** What could not be read at the start; grows when something is set aside later. */
  readonly problems: readonly Problem[]
  readonly versions: { readonly app: string; readonly electron: string }
  readonly mainWindow: () => BrowserWindow | undefined
  readonly dialog: Pick<Dialog, 'showSaveDialog'>
  readonly clipboard: Pick<Clipboard, 'writeText'>
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>
  readonly clock: () => Date
  /** Cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array
  /** Milliseconds. */
  readonly stopwatch: () => number
  readonly report: (what: string, cause: unknown) => void
}
