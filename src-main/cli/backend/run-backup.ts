import { backUpBackend, restoreBackend } from '#main/backend/backend.ts'
import type { Console } from '../process/console.ts'
import { type ExitCode, exitCode } from '../process/exit-code.ts'
import { sayingWhy } from './open-or-refuse.ts'

interface Places {
  readonly dataDir: string
  readonly file: string
}

/** `claimcheck backend backup`: while it is served too. */
export async function runBackup({ dataDir, file }: Places, console: Console): Promise<ExitCode> {
  await sayingWhy({ dataFolder: dataDir, file }, async () => backUpBackend(dataDir, file))
  console.out(`${JSON.stringify({ backup: file })}\n`)
  console.note('Keep the encryption key too, in another place: without it the secrets in this file cannot be read.')
  return exitCode.good
}

/** `claimcheck backend restore`: into a data folder without a database. */
export async function runRestore({ dataDir, file }: Places, console: Console): Promise<ExitCode> {
  await sayingWhy({ dataFolder: dataDir, file }, async () => restoreBackend(file, dataDir))
  console.out(`${JSON.stringify({ restored: dataDir })}\n`)
  console.note('Start it with the encryption key that was in use when the backup was made.')
  return exitCode.good
}
