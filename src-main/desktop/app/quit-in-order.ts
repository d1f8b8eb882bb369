import { app } from 'electron'
import type { Log } from '../log/open-log.ts'

/** Nothing is waited for longer: whoever quits wants to leave. */
const AT_MOST_MS = 10_000

/** The first wish to quit closes everything in order; then the app is gone. */
export function quitInOrder(close: () => Promise<void>, log: Log): void {
  let isClosed = false
  let isClosing = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    const late = new Promise<void>((resolve) => setTimeout(resolve, AT_MOST_MS))
    void Promise.race([close(), late])
      .catch((cause) => log('could not close in order', cause))
      .then(() => {
        isClosed = true
        app.quit()
      })
  })
}
