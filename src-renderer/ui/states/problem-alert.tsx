import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '#shared/model/problem.ts'
import { SeverityIcon } from '../severity-icon.tsx'
import { toneClass } from '../tone.ts'
import { CopyButton } from '../values/copy-button.tsx'
import styles from './problem-alert.module.css'

interface ProblemAlertProps {
  readonly problem: Problem
  readonly onRetry?: (() => void) | undefined
  readonly aside?: ReactNode
}

/** What happened, what to do, and the stable code for whoever is asked for help. Heard as soon as it appears. */
export function ProblemAlert({ problem, onRetry, aside }: ProblemAlertProps) {
  return (
    <div role="alert" className={`${styles.alert} ${toneClass('error', 'filled')}`}>
      <SeverityIcon severity="error" size={20} />
      <div className={styles.body}>
        <Text fw={500}>{problem.what}</Text>
        <Text>{problem.remedy}</Text>
        <ProblemCode code={problem.code} />
      </div>
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          Try again
        </Button>
      )}
      {aside}
    </div>
  )
}

/** The same beside a field: its label says where, so it needs no frame. */
export function FieldProblem({ problem }: { problem: Problem }) {
  return (
    <span className={styles.field}>
      <span>
        {problem.what} {problem.remedy}
      </span>
      <ProblemCode code={problem.code} />
    </span>
  )
}

/** Small, and to be copied: for whoever is asked for help. */
export function ProblemCode({ code }: { code: string }) {
  return (
    <Group component="span" gap={2} className={styles.code}>
      {code}
      <CopyButton text={code} what="problem code" />
    </Group>
  )
}
