import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openWorkspaceFiles } from '#main/desktop/storage/workspace-files.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const program = fileURLToPath(new URL('../../support/workspace/save-until-killed.ts', import.meta.url))

test('a process that is killed while it saves loses nothing it said was saved', async () => {
  const folder = await temporaryFolder()
  for (const [round, enough] of [3, 17, 60].entries()) {
    const saved = await saveUntilKilled(folder, `round${round}`, enough)
    const problems: unknown[] = []
    const store = await openWorkspaceFiles(
      folder,
      () => new Date(),
      (problem) => problems.push(problem),
    )
    const names = (await store.loadConnections()).map(({ intake }) => intake.displayName)
    expect(problems).toEqual([])
    expect(names).toHaveLength(1)
    // The one after the last it told us of may have been stored just before the end.
    const [, number] = names[0]!.split('-')
    expect([saved, saved + 1]).toContain(Number(number))
    expect(names[0]).toMatch(new RegExp(`^round${round}-`))
  }
})

/** @returns the number of the last save it told of */
async function saveUntilKilled(folder: string, name: string, enough: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = 0
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    last = Number(line.split('-')[1])
    if (last === enough) child.kill('SIGKILL')
  })
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  expect(child.signalCode).toBe('SIGKILL')
  return last
}
