import { mkdir, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWorkspaceFiles } from '#main/desktop/storage/workspace-files.ts'
import { changeIntake, changeMapping, changePolicy } from '#main/workspace/connections/change-connection.ts'
import { Workspace } from '#main/workspace/workspace.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import type { Problem } from '#shared/model/problem.ts'
import { aTestRun, runId } from '#test/support/model/a-test-run.ts'
import { anIntake } from '#test/support/model/an-intake.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

/** A workspace whose clock goes on by a second at each look and whose ids count up. */
async function open(folder: string) {
  const problems: Problem[] = []
  let seconds = 0
  let number = (await readdir(folder)).length
  const clock = () => new Date(Date.UTC(2026, 10, 22, 8, 0, seconds++))
  const store = await openWorkspaceFiles(folder, clock, (problem) => problems.push(problem))
  const workspace = await Workspace.open(store, {
    clock,
    random: (bytes) => new Uint8Array(bytes).fill(++number),
  })
  return { workspace, problems }
}

describe('connections', () => {
  test('are there again at the next start, as they were answered', async () => {
    const folder = await temporaryFolder()
    const { workspace } = await open(folder)
    const first = await workspace.create(anIntake())
    const second = await workspace.create(anIntake({ displayName: 'Other' }))
    const changed = await workspace.change(first.id, changeIntake(anIntake({ displayName: 'Renamed' })))

    const reopened = await open(folder)
    expect(reopened.workspace.list()).toEqual([changed, second])
    expect(reopened.problems).toEqual([])
  })

  test('changes asked for at once build on each other', async () => {
    const { workspace } = await open(await temporaryFolder())
    const { id, mapping } = await workspace.create(anIntake())
    const policy = { ...defaultJudgingPolicy, mode: 'strict' as const }
    await Promise.all([
      workspace.change(id, changePolicy(policy)),
      workspace.change(id, changeMapping({ ...mapping, email: ['upn'] })),
      workspace.change(id, changeIntake(anIntake({ displayName: 'Third' }))),
    ])
    expect(workspace.get(id)).toMatchObject({
      policy,
      mapping: { email: ['upn'] },
      intake: { displayName: 'Third' },
    })
  })

  test('a change that cannot be stored changes nothing, and says so', async () => {
    const folder = await temporaryFolder()
    const { workspace } = await open(folder)
    const connection = await workspace.create(anIntake())
    const file = join(folder, 'connections', connection.id, 'connection.json')
    // A folder in the file's place: the rename fails, as a full disk or a lost drive would.
    await rename(file, `${file}.kept`)
    await mkdir(join(file, 'in-the-way'), { recursive: true })

    await expect(
      workspace.change(connection.id, changeIntake(anIntake({ displayName: 'Lost' }))),
    ).rejects.toMatchObject({
      problem: { code: 'workspace.not-saved' },
    })
    expect(workspace.get(connection.id)).toEqual(connection)
    expect(await readdir(join(folder, 'connections', connection.id))).toEqual([
      'connection.json',
      'connection.json.kept',
    ])
  })

  test('an unknown one is refused by name', async () => {
    const { workspace } = await open(await temporaryFolder())
    const { id } = await workspace.create(anIntake())
    await workspace.remove(id)
    expect(() => workspace.get(id)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'connection.not-found' }) }),
    )
  })

  test('come back from the bin with their runs until it is emptied', async () => {
    const folder = await temporaryFolder()
    const { workspace } = await open(folder)
    const connection = await workspace.create(anIntake())
    const run = aTestRun({ connectionId: connection.id, state: 'judged' })
    await workspace.runs.save(run)

    await workspace.remove(connection.id)
    expect(workspace.list()).toEqual([])
    expect((await open(folder)).workspace.list()).toEqual([])
    expect(await workspace.restore(connection.id)).toEqual(connection)
    expect(await workspace.runs.list(connection.id)).toEqual([run])

    await workspace.remove(connection.id)
    expect(await workspace.emptyBin()).toEqual([connection.id])
    await expect(workspace.restore(connection.id)).rejects.toMatchObject({ problem: { code: 'connection.not-in-bin' } })
    expect(await readdir(join(folder, 'bin'))).toEqual([])
  })
})

describe('damaged files', () => {
  test.each([
    ['torn', async (file: string) => truncate(file, 40)],
    ['empty', async (file: string) => truncate(file, 0)],
    ['edited into something else', async (file: string) => writeFile(file, '{"version":1,"connection":{"id":7}}')],
    [
      'of another connection',
      async (file: string) => {
        const text = await readFile(file, 'utf8')
        await writeFile(file, text.replace(/conn_\w{22}/, `conn_${'z'.repeat(22)}`))
      },
    ],
  ])('a connection whose file is %s is set aside, and nothing else is lost', async (_name, damage) => {
    const folder = await temporaryFolder()
    const { workspace } = await open(folder)
    const hurt = await workspace.create(anIntake())
    const whole = await workspace.create(anIntake({ displayName: 'Whole' }))
    const run = aTestRun({ connectionId: hurt.id, state: 'judged' })
    await workspace.runs.save(run)
    const file = join(folder, 'connections', hurt.id, 'connection.json')
    const before = await readFile(file)
    await damage(file)
    const damaged = await readFile(file)
    expect(damaged.equals(before)).toBe(false)

    const reopened = await open(folder)
    expect(reopened.workspace.list()).toEqual([whole])
    expect(reopened.problems).toEqual([
      expect.objectContaining({
        code: 'workspace.connection-damaged',
        what: expect.stringContaining(`${file}.damaged-`),
      }),
    ])
    const names = await readdir(join(folder, 'connections', hurt.id))
    expect(names).toEqual([expect.stringMatching(/^connection\.json\.damaged-/), 'runs'])
    expect(await readFile(join(folder, 'connections', hurt.id, names[0]!))).toEqual(damaged)

    // Said once: the next start has nothing new to say, and still keeps the file.
    expect((await open(folder)).problems).toEqual([])
    expect(await readdir(join(folder, 'connections', hurt.id))).toEqual(names)
  })

  test('a damaged run is set aside; the others of its connection are listed', async () => {
    const folder = await temporaryFolder()
    const { workspace } = await open(folder)
    const { id } = await workspace.create(anIntake())
    await workspace.runs.save(aTestRun({ connectionId: id, state: 'judged' }))
    const other = aTestRun({ id: runId(2), connectionId: id, state: 'judged' })
    await workspace.runs.save(other)
    await truncate(join(folder, 'connections', id, 'runs', `${runId(1)}.json`), 10)

    const reopened = await open(folder)
    expect(await reopened.workspace.runs.list(id)).toEqual([other])
    expect(reopened.problems).toEqual([expect.objectContaining({ code: 'workspace.run-damaged' })])
    await expect(reopened.workspace.runs.get(runId(1))).rejects.toMatchObject({
      problem: { code: 'test-login.not-found' },
    })
  })

  test('what a cut-off write left behind is swept away', async () => {
    const folder = await temporaryFolder()
    const { workspace } = await open(folder)
    const { id } = await workspace.create(anIntake())
    await writeFile(join(folder, 'connections', id, '.connection.json.0a0b.writing'), '{"ver')
    await mkdir(join(folder, 'connections', `conn_${'0'.repeat(22)}`))

    const reopened = await open(folder)
    expect(reopened.workspace.list()).toHaveLength(1)
    expect(reopened.problems).toEqual([])
    expect(await readdir(join(folder, 'connections'))).toEqual([id])
    expect(await readdir(join(folder, 'connections', id))).toEqual(['connection.json'])
  })
})

describe('runs', () => {
  test('are listed newest first', async () => {
    const { workspace } = await open(await temporaryFolder())
    const { id } = await workspace.create(anIntake())
    const older = aTestRun({ connectionId: id, state: 'judged' })
    const newer = aTestRun({ id: runId(2), connectionId: id, state: 'judged', startedAt: '2026-11-22T09:00:00.000Z' })
    await workspace.runs.save(older)
    await workspace.runs.save(newer)
    expect(await workspace.runs.list(id)).toEqual([newer, older])
    expect(await workspace.runs.get(newer.id)).toEqual(newer)
  })

  test('one that was under way when the app was killed has stopped, with what it had seen', async () => {
    const folder = await temporaryFolder()
    const { workspace } = await open(folder)
    const { id } = await workspace.create(anIntake())
    const event = { at: 1500, kind: 'opened' as const, method: null, url: null, status: null, says: 'Opened.' }
    await workspace.runs.save(aTestRun({ connectionId: id, timeline: [event] }))
    expect((await workspace.runs.get(runId(1))).state).toBe('running')

    const reopened = await open(folder)
    expect(await reopened.workspace.runs.get(runId(1))).toMatchObject({
      state: 'stopped',
      endedAt: '2026-11-22T08:00:01.500Z',
      timeline: [event],
      problem: { code: 'test-login.interrupted' },
    })
  })

  test('the newest ended one of each connection stands for it, also after a restart', async () => {
    const folder = await temporaryFolder()
    const { workspace } = await open(folder)
    const [a, b, c] = [
      await workspace.create(anIntake()),
      await workspace.create(anIntake()),
      await workspace.create(anIntake()),
    ]
    const runs = [
      aTestRun({ id: runId(1), connectionId: a.id, state: 'stopped' }),
      aTestRun({ id: runId(2), connectionId: a.id, state: 'judged', startedAt: '2026-11-22T09:00:00.000Z' }),
      aTestRun({ id: runId(3), connectionId: b.id, state: 'failed' }),
      aTestRun({ id: runId(4), connectionId: c.id, state: 'running' }),
    ]
    for (const run of runs) await workspace.runs.save(run)
    const newest = (await workspace.runs.latest()).map(({ id, state, verdict }) => [id, state, verdict])
    expect(newest).toEqual([
      [runId(2), 'judged', null],
      [runId(3), 'failed', null],
    ])

    const reopened = (await open(folder)).workspace.runs
    expect(await reopened.latest()).toHaveLength(3)
    await reopened.save(
      aTestRun({ id: runId(5), connectionId: a.id, state: 'judged', startedAt: '2026-11-23T09:00:00.000Z' }),
    )
    expect((await reopened.latest()).map(({ id }) => id)).toContain(runId(5))
  })

  test('a run cannot bring a removed connection back', async () => {
    const folder = await temporaryFolder()
    const { workspace } = await open(folder)
    const { id } = await workspace.create(anIntake())
    await workspace.remove(id)
    await expect(workspace.runs.save(aTestRun({ connectionId: id }))).rejects.toMatchObject({
      problem: { code: 'workspace.not-saved' },
    })
    expect(await readdir(join(folder, 'connections'))).toEqual([])
  })
})
