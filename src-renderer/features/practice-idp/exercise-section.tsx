import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { IconPuzzle } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExerciseAnswer, FaultId, PracticeExercise } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import { usePracticeIdpActions } from '../../lib/queries/practice-idp.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { toneClass } from '../../ui/tone.ts'
import styles from './exercise-section.module.css'

/** One mistake is on, and nobody says which: a test login tells whoever can read it. */
export function ExerciseSection({ exercise }: { exercise: PracticeExercise | undefined }) {
  const { beginExercise, answerExercise } = usePracticeIdpActions()
  const problem = beginExercise.problem ?? answerExercise.problem
  const begin = () => {
    answerExercise.forget()
    beginExercise.ask(undefined)
  }
  return (
    <Section
      title="What is wrong here?"
      text="An exercise: one mistake is made, and nobody says which. Run a test login of a connection to the practice IdP, read what came, then choose."
    >
      {exercise === undefined ? (
        <Stack align="flex-start">
          {answerExercise.answer && <Told answer={answerExercise.answer} />}
          <Button
            variant="default"
            leftSection={<IconPuzzle size={16} aria-hidden />}
            loading={beginExercise.isPending}
            onClick={begin}
          >
            {answerExercise.answer ? 'Another exercise' : 'Begin an exercise'}
          </Button>
        </Stack>
      ) : (
        <Guess
          key={exercise.choices.join()}
          choices={exercise.choices}
          isPending={answerExercise.isPending}
          answer={answerExercise.ask}
        />
      )}
      {problem && <ProblemAlert problem={problem} />}
    </Section>
  )
}

interface GuessProps {
  readonly choices: readonly FaultId[]
  readonly isPending: boolean
  readonly answer: (guess: FaultId | null) => void
}

function Guess({ choices, isPending, answer }: GuessProps) {
  const [guess, setGuess] = useState<FaultId | null>(null)
  return (
    <Stack align="flex-start">
      <Radio.Group
        label="What does the practice IdP do wrong?"
        value={guess}
        onChange={(value) => setGuess(choices.find((choice) => choice === value) ?? null)}
      >
        <Stack gap="xs" mt="xs">
          {choices.map((choice) => (
            <Radio key={choice} value={choice} label={faultCatalogue[choice].does} />
          ))}
        </Stack>
      </Radio.Group>
      <Group>
        <Button disabled={guess === null} loading={isPending} onClick={() => answer(guess)}>
          Answer
        </Button>
        <Button variant="subtle" disabled={isPending} onClick={() => answer(null)}>
          Show me
        </Button>
      </Group>
    </Stack>
  )
}

function Told({ answer: { fault, guess } }: { answer: ExerciseAnswer }) {
  const { name, does, teaches, cure } = faultCatalogue[fault]
  const isRight = guess === fault
  const opening = isRight ? 'Right' : guess === null ? 'It was' : 'No, it was'
  return (
    <div role="status" className={`${styles.told} ${toneClass(isRight ? 'passed' : 'info', 'filled')}`}>
      <SeverityIcon severity={isRight ? 'passed' : 'info'} size={18} />
      <div>
        <Text fw={600}>{`${opening}: ${lowerFirst(name)}.`}</Text>
        <Text fz="sm">{`The practice IdP ${lowerFirst(does)} ${teaches}`}</Text>
        <Text fz="sm">{`How it is put right there: ${lowerFirst(cure.does)} It is off again.`}</Text>
      </div>
    </div>
  )
}

/** Within a sentence; what begins like SAML or E-mail stays. */
const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
