import { Outlet } from '@tanstack/react-router'
import { CommandPalette } from './command-palette.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { StartupProblems } from './startup-problems.tsx'

/** The rail at the left, the place at hand beside it. */
export function Shell() {
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={skip}>
        Skip to content
      </button>
      <Rail />
      <main id="main" className={styles.main} tabIndex={-1}>
        <StartupProblems />
        <Outlet />
      </main>
      <CommandPalette />
    </div>
  )
}

/** A button and no link: the hash in the address belongs to the router. */
function skip(): void {
  document.getElementById('main')?.focus()
}
