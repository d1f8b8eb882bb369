import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { HandlerContext } from '#main/desktop/ipc/handlers/handler-context.ts'
import { tellBy } from '#main/desktop/ipc/tell.ts'
import type { TenantAccess } from '#main/desktop/services/tenant-access.ts'
import { openWorkspaceFiles } from '#main/desktop/storage/workspace-files.ts'
import type { CaughtCallback, LoginTransport } from '#main/test-login/run/login-transport.ts'
import { Workspace } from '#main/workspace/workspace.ts'
import { contract } from '#shared/ipc/contract.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { memorySettings } from './memory-settings.ts'
import { openSecrets } from './open-secrets.ts'

export interface TestDesk {
  readonly folder: string
  readonly context: HandlerContext
  /** What windows were told: `[feature, name, payload]`. */
  readonly told: unknown[][]
  readonly dialog: { showSaveDialog: ReturnType<typeof vi.fn> }
  readonly clipboard: { writeText: ReturnType<typeof vi.fn> }
  readonly practiceIdp: { registerServiceProvider: ReturnType<typeof vi.fn>; keepSigning: ReturnType<typeof vi.fn> }
  /** The backend at this address is the running one. */
  readonly connectTo: (access: { baseUrl: string; apiKey: string }) => void
}

/** Handlers' surroundings without Electron: real workspace and secrets in a folder of the test, no window, no process. */
export async function openTestDesk(
  login: LoginTransport['login'] = () => new Promise<CaughtCallback>(() => undefined),
): Promise<TestDesk> {
  const folder = await temporaryFolder()
  const clock = () => new Date()
  const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))
  const store = await openWorkspaceFiles(join(folder, 'workspace'), clock, () => undefined)
  const told: unknown[][] = []
  const dialog = { showSaveDialog: vi.fn() }
  const clipboard = { writeText: vi.fn() }
  const practiceIdp = { registerServiceProvider: vi.fn(), keepSigning: vi.fn() }
  let access: TenantAccess | undefined
  const tenant = {
    status: { state: 'stopped', place: { kind: 'here' } },
    access: () => {
      if (!access) throw new InputRefused('tenant.not-running')
      return access
    },
  }
  const context: Partial<HandlerContext> = {
    workspace: await Workspace.open(store, { clock, random }),
    secrets: await openSecrets(join(folder, 'secrets')),
    settings: memorySettings(),
    tenant: tenant as unknown as HandlerContext['tenant'],
    practiceIdp: practiceIdp as unknown as HandlerContext['practiceIdp'],
    transport: { login },
    openInBrowser: async () => undefined,
    tell: tellBy(contract, (...all) => told.push(all)),
    problems: [],
    versions: { app: '0.1.0', electron: '33.2.1' },
    mainWindow: () => undefined,
    dialog: dialog as unknown as HandlerContext['dialog'],
    clipboard,
    nativeTheme: { themeSource: 'system' },
    clock,
    random,
    stopwatch: () => 0,
    report: () => undefined,
  }
  const connectTo: TestDesk['connectTo'] = (running) => {
    access = { ...running, isRemote: false }
  }
  return { folder, context: context as HandlerContext, told, dialog, clipboard, practiceIdp, connectTo }
}
