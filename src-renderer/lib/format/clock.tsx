import { createContext, type ReactNode, use, useEffect, useState } from 'react'

const REFRESH = 30_000
const SECOND = 1_000

interface Clock {
  readonly now: Date
  readonly read: () => Date
}

const ClockContext = createContext<Clock | null>(null)

/** The one place that looks at the time: everything below formats with the moment it gives. */
export function ClockProvider({ clock, children }: { clock: () => Date; children: ReactNode }) {
  const [value, setValue] = useState(() => ({ now: clock(), read: clock }))
  useEffect(() => {
    const timer = setInterval(() => setValue({ now: clock(), read: clock }), REFRESH)
    return () => clearInterval(timer)
  }, [clock])
  return <ClockContext value={value}>{children}</ClockContext>
}

function useClock(): Clock {
  const clock = use(ClockContext)
  if (clock === null) throw new Error('useNow needs a ClockProvider')
  return clock
}

export const useNow = (): Date => useClock().now

/** For what counts down before one's eyes. */
export function useSeconds(): Date {
  const { read } = useClock()
  const [now, setNow] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), SECOND)
    return () => clearInterval(timer)
  }, [read])
  return now
}
