import { createContext, type ReactNode, use, useEffect, useState } from 'react'

const REFRESH = 30_000

const ClockContext = createContext<Date | null>(null)

/** The one place that looks at the time: everything below formats with the moment it gives. */
export function ClockProvider({ clock, children }: { clock: () => Date; children: ReactNode }) {
  const [now, setNow] = useState(clock)
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), REFRESH)
    return () => clearInterval(timer)
  }, [clock])
  return <ClockContext value={now}>{children}</ClockContext>
}

export function useNow(): Date {
  const now = use(ClockContext)
  if (now === null) throw new Error('useNow needs a ClockProvider')
  return now
}
