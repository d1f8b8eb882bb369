import { Button, CloseButton } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { useAppInfo } from '../../lib/queries/app.ts'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import styles from './shell.module.css'

/** What could not be read when the app started: said once, above everything. Lost keys until they are seen to. */
export function StartupProblems() {
  const { data } = useAppInfo()
  const [isSeen, setSeen] = useState(false)
  const isInSettings = useLocation({ select: ({ pathname }) => pathname === '/settings' })
  const problems = isSeen ? [] : (data?.problems ?? [])
  const areKeysLost = data?.secrets === 'lost' && !isInSettings
  if (problems.length === 0 && !areKeysLost) return null
  return (
    <div className={styles.problems}>
      {areKeysLost && <ProblemAlert problem={problem('secrets.lost')} aside={<ToSettings />} />}
      {keyed(problems, ({ code }) => code).map(({ key, item }, index) => (
        <ProblemAlert
          key={key}
          problem={item}
          aside={index === 0 ? <CloseButton aria-label="Dismiss" onClick={() => setSeen(true)} /> : undefined}
        />
      ))}
    </div>
  )
}

function ToSettings() {
  return (
    <Button variant="default" size="xs" renderRoot={(props) => <Link to="/settings" {...props} />}>
      Open settings
    </Button>
  )
}
