import type { Connection } from '#shared/model/connection.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { EvidenceReport } from '../evidence-report.ts'
import { reportIdentityProvider, reportServiceProvider } from './both-sides.ts'
import { reportOpenidRun } from './openid-run.ts'
import { reportOpenidClient, reportOpenidProvider } from './openid-sides.ts'
import { withoutPrivateKeys } from './without-private-keys.ts'
import { withoutQueryValues } from './without-query-values.ts'
import { withoutTokens } from './without-tokens.ts'

/**
 * Picks, member by member, what the full report shows; anything unlisted is dropped.
 * @throws {z.ZodError} where the run or connection is not what its type says
 */
export function buildReport(run: TestRun, connection: Connection): EvidenceReport {
  const { judgement } = run
  const report: EvidenceReport = {
    format: 'claimcheck-evidence',
    version: 1,
    variant: 'full',
    verdict: judgement?.verdict ?? null,
    test: {
      id: run.id,
      target: run.target,
      state: run.state,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      configurationSha256: run.configurationSha256,
      problem: run.problem,
    },
    connection: reportConnection(connection),
    identityProvider: reportIdentityProvider(connection),
    serviceProvider: reportServiceProvider(run, connection),
    openidProvider: reportOpenidProvider(connection),
    openidClient: reportOpenidClient(run, connection),
    findings: judgement?.findings ?? [],
    identity: judgement?.identity ?? null,
    outcome: run.outcome,
    signatures: judgement?.signatures ?? [],
    timing: judgement?.timing ?? {},
    request: run.request && { id: run.request.id, destination: run.request.destination, xml: run.request.xml },
    message: run.message && {
      receivedAt: run.message.receivedAt,
      postedTo: withoutQueryValues(run.message.postedTo),
      relayState: run.message.relayState,
      xml: run.message.xml,
    },
    openid: run.openid && reportOpenidRun(run.openid),
    timeline: run.timeline.map((event) => ({ ...event, url: event.url && withoutQueryValues(event.url) })),
    receipt: run.receipt,
  }
  return EvidenceReport.parse(withoutTokens(withoutPrivateKeys(report)))
}

const reportConnection = ({ id, intake, policy, mapping }: Connection): EvidenceReport['connection'] => ({
  id,
  displayName: intake.displayName,
  provider: intake.provider,
  protocol: intake.protocol,
  domains: intake.domains,
  applicationOwner: intake.applicationOwner,
  policy,
  mapping,
})
