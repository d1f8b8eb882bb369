import { hasScreen } from '../runtime/screen.mjs'

/**
 * Why a window cannot be opened for a person here, with what to do about it; null when it can.
 * @param {readonly string[]} switches what the person wants handed to Electron
 * @returns {string | null}
 */
export function obstacleToWindows(switches) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const withoutSandbox = switches.some((name) => name === '--no-sandbox' || name === '--noSandbox')
  if (!hasScreen())
    return 'There is no screen to open a window on (DISPLAY is not set). To see the app at work without one: npm run demo'
  if (isRoot && !withoutSandbox)
    return 'Electron keeps its sandbox on and so does not run as root. Start the app as an ordinary user.'
  return null
}
