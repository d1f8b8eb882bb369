import { Stack, Switch } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import type { TestRunId } from '#shared/model/ids.ts'
import { isLoopbackRedirect } from '#shared/model/redirect-uri.ts'
import type { StepId } from '#shared/model/step.ts'
import type { TestRun, TestTarget } from '#shared/model/test-run.ts'
import { openidPresetOf } from '#shared/providers/openid-preset.ts'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { missingFor } from './missing-for.ts'
import { NotReady } from './not-ready.tsx'
import { OutdatedNote } from './outdated-note.tsx'
import { RunHistory } from './run-history.tsx'
import { RunProgress } from './run-progress.tsx'
import { RunAgain, StartTest } from './start-test.tsx'
import { useTestLogin } from './use-test-login.ts'

interface TestLoginPanelProps {
  readonly connection: Connection
  /** The connection's, newest first. */
  readonly runs: readonly TestRun[]
  readonly target: TestTarget
  /** Draws the verdict of a run that has ended, with what can be done beside it. */
  readonly renderReport: (run: TestRun, actions: ReactNode) => ReactNode
  readonly onOpenStep: (step: StepId) => void
}

/** Runs a test login, shows what passes while it does, then its verdict; older runs below. */
export function TestLoginPanel({ connection, runs, target, renderReport, onOpenStep }: TestLoginPanelProps) {
  const own = runs.filter((run) => run.target === target)
  const [chosen, setChosen] = useState<TestRunId | null>(null)
  const { start, stop } = useTestLogin(connection.id, target)
  const missing = missingFor(connection, target)
  const shown = own.find(({ id }) => id === chosen) ?? own[0]
  const isRunning = own.some(({ state }) => state === 'running')
  const [signOut, setSignOut] = useState(false)
  const canSignOut = target === 'application' && offersSignOut(connection)
  const run = (browser: 'window' | 'system') => {
    setChosen(null)
    start.ask({ browser, signOut: canSignOut && signOut })
  }
  const { openidClient, intake } = connection
  const isLoopback = intake.protocol === 'oidc' && isLoopbackRedirect(openidClient?.redirectUri ?? '')
  const ways = {
    isPending: start.isPending,
    onStart: () => run('window'),
    onSystem: isLoopback && target === 'application' ? () => run('system') : undefined,
    refusesWindow: intake.protocol === 'oidc' && openidPresetOf(intake.provider).refusesLoginWindow,
  }
  if (missing !== null && shown === undefined) return <NotReady step={missing} onOpenStep={onOpenStep} />
  return (
    <Stack gap="md">
      {shown === undefined && <StartTest {...ways} />}
      {canSignOut && !isRunning && (
        <Switch
          label="Then sign out at the provider"
          description="RP-initiated logout, in the same window"
          checked={signOut}
          onChange={(event) => setSignOut(event.currentTarget.checked)}
        />
      )}
      {start.problem && <ProblemAlert problem={start.problem} />}
      {stop.problem && <ProblemAlert problem={stop.problem} />}
      {shown?.state === 'running' && (
        <RunProgress run={shown} isStopping={stop.isPending} onStop={() => stop.ask(shown.id)} />
      )}
      {shown !== undefined && shown.state !== 'running' && (
        <>
          <OutdatedNote connection={connection} run={shown} isOlder={shown !== own[0]} />
          {renderReport(shown, !isRunning && missing === null && <RunAgain {...ways} />)}
        </>
      )}
      <RunHistory runs={own} shown={shown} onShow={setChosen} />
    </Stack>
  )
}

/** Where the provider has a sign-out, and knows where to send the browser afterwards. */
const offersSignOut = ({ intake, openidProvider, openidClient }: Connection) =>
  intake.protocol === 'oidc' &&
  openidProvider?.judgement.provider?.endSessionEndpoint != null &&
  openidClient?.postLogoutRedirectUri != null
