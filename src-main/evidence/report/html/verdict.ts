import { groupFindings } from '#shared/findings/group-findings.ts'
import { outcomeSentence } from '#shared/findings/outcome-words.ts'
import { responseVerdictWords, tokenVerdictWords } from '#shared/findings/verdict-words.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import type { EvidenceReport } from '../evidence-report.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { value } from './value.ts'

const looks: Readonly<Record<Verdict, Severity>> = {
  accepted: 'passed',
  rejected: 'error',
  undecided: 'not-verified',
}

const endings: Readonly<Record<EvidenceReport['test']['state'], string>> = {
  judged: 'No response was judged.',
  running: 'The test was still running.',
  stopped: 'The test was stopped before a response came.',
  failed: 'The test ended before a response could be judged.',
}

/** The one thing to see: did it work, and if not, why. */
export function verdict(report: EvidenceReport): Html {
  const words = report.connection.protocol === 'oidc' ? tokenVerdictWords : responseVerdictWords
  const look = report.verdict === null ? 'not-verified' : looks[report.verdict]
  const { word, says } =
    report.verdict === null ? { word: 'Not judged', says: endings[report.test.state] } : words[report.verdict]
  return html`<section class="verdict ${look}">
<p class="word">${icons[look]}${word}</p>
<p class="says">${says}</p>
${why(report)}
</section>`
}

function why({ findings, identity, verdict, test, outcome, connection }: EvidenceReport): Html | null {
  if (test.problem !== null) return html`<p class="why">${test.problem.what} ${test.problem.remedy}</p>`
  if (verdict === 'accepted')
    return html`<p class="why">User: ${value(nameOf(identity, connection.protocol))}</p>${outcome && html`<p class="why">${outcomeSentence(outcome)}</p>`}`
  const causes = groupFindings(findings).causes.filter(({ cause }) => cause.severity === 'error')
  return causes.length === 0 ? null : html`${causes.map(({ cause }) => html`<p class="why">${cause.title}</p>`)}`
}

/** `sub` is often a number that nobody knows. */
const nameOf = (identity: EvidenceReport['identity'], protocol: EvidenceReport['connection']['protocol']): string =>
  (protocol === 'oidc' ? identity?.profile.email : null) ?? identity?.nameId ?? ''
