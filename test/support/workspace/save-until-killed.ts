/** Saves a connection under ever new names, and says each one on stdout once it is saved. Run as a process, to be killed. */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openWorkspaceFiles } from '#main/desktop/storage/workspace-files.ts'
import { changeIntake } from '#main/workspace/connections/change-connection.ts'
import { Workspace } from '#main/workspace/workspace.ts'
import { anIntake } from '#test/support/model/an-intake.ts'

const clock = () => new Date()
const store = await openWorkspaceFiles(process.argv[2] ?? '', clock, () => undefined)
const workspace = await Workspace.open(store, { clock, random: randomBytes })
const { id } = workspace.list()[0] ?? (await workspace.create(anIntake()))
for (let number = 1; ; number += 1) {
  const displayName = `${process.argv[3]}-${number}`
  await workspace.change(id, changeIntake(anIntake({ displayName })))
  writeSync(1, `${displayName}\n`)
}
