import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { keyed } from '../../lib/lists/keyed.ts'
import { useAppInfo } from '../../lib/queries/app.ts'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import styles from './shell.module.css'

/** What could not be read when the app started: said once, above everything. */
export function StartupProblems() {
  const { data } = useAppInfo()
  const [isSeen, setSeen] = useState(false)
  if (isSeen || data === undefined || data.problems.length === 0) return null
  return (
    <div className={styles.problems}>
      {keyed(data.problems, ({ code }) => code).map(({ key, item }, index) => (
        <ProblemAlert
          key={key}
          problem={item}
          aside={index === 0 ? <CloseButton aria-label="Dismiss" onClick={() => setSeen(true)} /> : undefined}
        />
      ))}
    </div>
  )
}
