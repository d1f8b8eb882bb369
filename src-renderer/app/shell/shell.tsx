import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { DropTakersProvider, makeDropTakers } from '../../lib/drop/drop-takers.tsx'
import { InspectorDeskProvider, useInspectorDeskState } from '../../lib/inspection/inspector-desk.tsx'
import { CommandPalette } from './command-palette.tsx'
import { DropAnywhere } from './drop-anywhere.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { StartupProblems } from './startup-problems.tsx'

/** The rail at the left, the place at hand beside it. */
export function Shell() {
  const desk = useInspectorDeskState()
  const [takers] = useState(makeDropTakers)
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={skip}>
        Skip to content
      </button>
      <Rail />
      <main id="main" className={styles.main} tabIndex={-1}>
        <StartupProblems />
        <InspectorDeskProvider desk={desk}>
          <DropTakersProvider takers={takers}>
            <Outlet />
          </DropTakersProvider>
        </InspectorDeskProvider>
      </main>
      <CommandPalette />
      <DropAnywhere takers={takers} desk={desk} />
    </div>
  )
}

/** A button and no link: the hash in the address belongs to the router. */
function skip(): void {
  document.getElementById('main')?.focus()
}
