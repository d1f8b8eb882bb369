import { Text } from '@mantine/core'
import { outcomeSentence } from '#shared/findings/outcome-words.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import { VerdictBanner } from '../../ui/verdict-banner.tsx'

interface PredictedOutcomeProps {
  readonly run: TestRun
  readonly judgement: ResponseJudgement
  readonly isOutdated: boolean
}

/** What would become of this person, or at least whether the one claim that must arrive did. */
export function PredictedOutcome({ run, judgement, isOutdated }: PredictedOutcomeProps) {
  const { severity, word, sentence } = predict(run, judgement)
  return (
    <VerdictBanner severity={severity} word={word} sentence={sentence}>
      <Text fz="xs">
        From the test login <RelativeTime instant={run.startedAt} />
        {isOutdated && '. The connection has changed since: run it again.'}
      </Text>
    </VerdictBanner>
  )
}

function predict({ outcome }: TestRun, { identity }: ResponseJudgement) {
  if (identity === null) return said('not-verified', 'Not verified', 'There is no proven identity to map yet.')
  if (outcome !== null)
    return outcome.kind === 'refused'
      ? said('error', 'Refused', outcomeSentence(outcome))
      : said('passed', 'Accepted', outcomeSentence(outcome))
  return identity.profile.email === null
    ? said('error', 'Incomplete', 'The e-mail address is missing, and it is what identifies the person.')
    : said('passed', 'Complete', 'The application learns who this person is.')
}

const said = (severity: Severity, word: string, sentence: string) => ({ severity, word, sentence })
