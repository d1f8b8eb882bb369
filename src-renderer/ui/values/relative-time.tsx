import { useNow } from '../../lib/format/clock.tsx'
import { exactTime } from '../../lib/format/exact-time.ts'
import { relativeTime } from '../../lib/format/relative-time.ts'

/** “3 minutes ago”; the exact local time on hover. */
export function RelativeTime({ instant }: { instant: string }) {
  const moment = new Date(instant)
  return (
    <time dateTime={instant} title={exactTime(moment)}>
      {relativeTime(moment, useNow())}
    </time>
  )
}
