import { useEffect, useEffectEvent } from 'react'
import { useSeconds } from '../../lib/format/clock.tsx'
import { exactTime } from '../../lib/format/exact-time.ts'
import { timeLeft } from '../../lib/format/time-left.ts'
import styles from './countdown.module.css'

/** What is left of a time, to the second in the last hour; the exact end on hover. */
export function Countdown({ until, onOver }: { until: string; onOver: () => void }) {
  const end = new Date(until)
  const now = useSeconds()
  const isOver = end <= now
  const tell = useEffectEvent(onOver)
  useEffect(() => {
    if (isOver) tell()
  }, [isOver])
  return (
    <time dateTime={until} title={exactTime(end)} className={styles.time}>
      {timeLeft(end, now)}
    </time>
  )
}
