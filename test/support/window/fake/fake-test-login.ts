import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { testLoginIpc } from '#shared/ipc/test-login.ts'
import type { TestRun, TestRunSummary } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { comparisonOf } from '../samples/comparison.ts'
import { aRun, type Ending } from '../samples/runs.ts'
import type { Tell } from './derive-bridge.ts'
import { connectionIn, type World } from './world.ts'

export const fakeTestLogin = (world: World, tell: Tell): FeatureHandlers<typeof testLoginIpc> => ({
  start: async ({ connectionId, target }) => {
    const ending = world.nextEnding
    const ended = aRun(connectionIn(world, connectionId), 50 + world.runs.length, ending ?? 'accepted', {
      target,
      startedAt: new Date().toISOString(),
    })
    const begun = begin(ended)
    world.runs.unshift(begun)
    play(world, tell, ended, ending)
    return begun
  },
  stop: async ({ runId }) => {
    const run = runIn(world, runId)
    end(world, tell, {
      ...run,
      state: 'stopped',
      endedAt: new Date().toISOString(),
      problem: problem('test-login.stopped'),
    })
    return undefined
  },
  get: async ({ runId }) => runIn(world, runId),
  compare: async ({ runId }) => {
    const run = runIn(world, runId)
    return comparisonOf(run, connectionIn(world, run.connectionId))
  },
  list: async ({ connectionId }) => world.runs.filter((run) => run.connectionId === connectionId),
  latest: async () => latestOf(world.runs),
})

const begin = (ended: TestRun): TestRun => ({
  ...ended,
  state: 'running',
  endedAt: null,
  timeline: [],
  message: null,
  judgement: null,
  outcome: null,
  problem: null,
})

function play(world: World, tell: Tell, ended: TestRun, ending: Ending | null): void {
  const events = ending === null ? ended.timeline.slice(0, 4) : ended.timeline
  const isGoingOn = () => world.runs.some(({ id, state }) => id === ended.id && state === 'running')
  events.forEach((event, index) => {
    setTimeout(() => isGoingOn() && tell('testLogin', 'passed', { runId: ended.id, event }), index * world.pace)
  })
  if (ending !== null) setTimeout(() => isGoingOn() && end(world, tell, ended), events.length * world.pace)
}

function end(world: World, tell: Tell, run: TestRun): void {
  world.runs = world.runs.map((other) => (other.id === run.id ? run : other))
  tell('testLogin', 'ended', run)
}

function runIn(world: World, id: TestRun['id']): TestRun {
  const found = world.runs.find((run) => run.id === id)
  if (found === undefined) throw new InputRefused('test-login.not-found')
  return found
}

function latestOf(runs: readonly TestRun[]): TestRunSummary[] {
  const newest = new Map<string, TestRun>()
  for (const run of runs)
    if (run.state !== 'running' && !newest.has(run.connectionId)) newest.set(run.connectionId, run)
  return [...newest.values()].map((run) => ({ ...run, verdict: run.judgement?.verdict ?? null }))
}
