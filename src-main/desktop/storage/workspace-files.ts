import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { WorkspaceStore } from '#main/workspace/workspace-store.ts'
import { Connection } from '#shared/model/connection.ts'
import { ConnectionId, TestRunId } from '#shared/model/ids.ts'
import type { Problem } from '#shared/model/problem.ts'
import { TestRun } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { isMissing, readDocument } from './read-document.ts'
import { syncFolder, TEMPORARY_SUFFIX, writeAtomically } from './write-atomically.ts'

const ConnectionFile = z.object({ version: z.literal(1), connection: Connection })
const RunFile = z.object({ version: z.literal(1), run: TestRun })

/**
 * The workspace as files: `connections/<id>/connection.json` and `connections/<id>/runs/<run id>.json`. The folders are
 * the index, so that there is no second one that could disagree; removing a connection is one rename into `bin/`.
 */
export async function openWorkspaceFiles(
  folder: string,
  clock: () => Date,
  report: (damage: Problem, cause: unknown) => void,
): Promise<WorkspaceStore> {
  const connections = join(folder, 'connections')
  const bin = join(folder, 'bin')
  for (const each of [connections, bin]) await mkdir(each, { recursive: true, mode: 0o700 })
  const folderOf = (id: ConnectionId) => join(connections, id)
  const runsOf = (id: ConnectionId) => join(connections, id, 'runs')

  const loadConnection = async (id: ConnectionId): Promise<Connection | undefined> => {
    await removeTemporaries(folderOf(id))
    const schema = ConnectionFile.refine(({ connection }) => connection.id === id, "The id is not its folder's name.")
    const file = await readDocument(join(folderOf(id), 'connection.json'), schema, clock())
    if (file.kind === 'read') return file.value.connection
    if (file.kind === 'damaged') report(problem('workspace.connection-damaged', null, file.setAside), file.cause)
    // Left by a creation that was cut off before it was promised; a folder that holds anything stays.
    else await rmdir(folderOf(id)).catch(() => undefined)
    return undefined
  }

  return {
    async loadConnections() {
      const loaded = await Promise.all((await idsIn(connections, ConnectionId)).map(loadConnection))
      return loaded.filter((connection) => connection !== undefined)
    },
    saveConnection: (connection) =>
      saving(async () => {
        await mkdir(folderOf(connection.id), { recursive: true, mode: 0o700 })
        await syncFolder(connections)
        const content = { version: 1, connection } satisfies z.input<typeof ConnectionFile>
        await writeAtomically(join(folderOf(connection.id), 'connection.json'), JSON.stringify(content, null, 2))
      }),
    listRuns: async (id) => {
      await removeTemporaries(runsOf(id))
      return idsIn(runsOf(id), TestRunId, '.json')
    },
    async loadRun(id, runId) {
      const schema = RunFile.refine(({ run }) => run.id === runId && run.connectionId === id, 'The id is not its name.')
      const file = await readDocument(join(runsOf(id), `${runId}.json`), schema, clock())
      if (file.kind === 'damaged') report(problem('workspace.run-damaged', null, file.setAside), file.cause)
      return file.kind === 'read' ? file.value.run : undefined
    },
    saveRun: (run) =>
      saving(async () => {
        // Not recursive: a run must not bring the folder of a removed connection back.
        await mkdir(runsOf(run.connectionId), { mode: 0o700 }).catch(unlessExists)
        const content = { version: 1, run } satisfies z.input<typeof RunFile>
        await writeAtomically(join(runsOf(run.connectionId), `${run.id}.json`), JSON.stringify(content))
      }),
    moveToBin: (id) => saving(() => move(folderOf(id), join(bin, id))),
    takeFromBin: (id) => saving(() => move(join(bin, id), folderOf(id))),
    async emptyBin() {
      const ids = await idsIn(bin, ConnectionId)
      for (const id of ids) await rm(join(bin, id), { recursive: true, force: true })
      return ids
    },
  }
}

async function move(from: string, to: string): Promise<void> {
  await rename(from, to)
  await Promise.all([syncFolder(join(from, '..')), syncFolder(join(to, '..'))])
}

/** Names in a folder that are ids; anything else is not ours and left alone. */
async function idsIn<Id extends z.ZodType<string>>(
  folder: string,
  schema: Id,
  extension = '',
): Promise<z.output<Id>[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return names.flatMap((name) => {
    const parsed = schema.safeParse(name.endsWith(extension) ? name.slice(0, name.length - extension.length) : '')
    return parsed.success ? [parsed.data] : []
  })
}

async function removeTemporaries(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (name.endsWith(TEMPORARY_SUFFIX)) await rm(join(folder, name), { force: true })
}

async function saving<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new InputRefused('workspace.not-saved', null, { cause })
  }
}

function unlessExists(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}
