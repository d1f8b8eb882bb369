import { createContext, type ReactNode, use, useEffect, useRef } from 'react'

type Take = (files: readonly File[]) => void

/** Whoever in the window wants what is dropped anywhere, the latest first. */
export interface DropTakers {
  readonly add: (take: Take) => () => void
  readonly latest: () => Take | undefined
}

export function makeDropTakers(): DropTakers {
  const takers: Take[] = []
  return {
    add: (take) => {
      takers.push(take)
      return () => void takers.splice(takers.indexOf(take), 1)
    },
    latest: () => takers.at(-1),
  }
}

const TakersContext = createContext<DropTakers | null>(null)

export function DropTakersProvider({ takers, children }: { takers: DropTakers; children: ReactNode }) {
  return <TakersContext value={takers}>{children}</TakersContext>
}

/** While this is mounted, files dropped anywhere in the window come here. */
export function useTakesDrops(take: Take): void {
  const takers = use(TakersContext)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => takers?.add((files) => latest.current(files)), [takers])
}
