import { Children, type ReactNode, useEffect, useState } from 'react'

/**
 * Its children appear one after the other, each drawn in a task of its own: however much there is to draw, the window answers in
 * between. What is read first stands first.
 */
export function InTurn({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children)
  const [shown, setShown] = useState(1)
  const isWhole = shown >= parts.length
  useEffect(() => {
    if (isWhole) return
    const timer = setTimeout(() => setShown(shown + 1))
    return () => clearTimeout(timer)
  }, [shown, isWhole])
  return <>{parts.slice(0, shown)}</>
}
