import type { Rectangle } from 'electron'
import type { WindowPlace } from '../storage/settings.ts'

export const DEFAULT_SIZE = { width: 1280, height: 800 } as const
export const MINIMUM_SIZE = { width: 1024, height: 680 } as const

/** How much of a window must lie on some screen for it to be found and moved again. */
const VISIBLE = { width: 200, height: 100 }

/** Where the window was, where that is still on a screen; its size alone where not; the default the first time. */
export function placeWindow(remembered: WindowPlace | undefined, screens: readonly Rectangle[]): Partial<Rectangle> {
  if (!remembered) return DEFAULT_SIZE
  const width = Math.max(remembered.width, MINIMUM_SIZE.width)
  const height = Math.max(remembered.height, MINIMUM_SIZE.height)
  const { x, y } = remembered
  if (x === undefined || y === undefined) return { width, height }
  const isOnScreen = screens.some((screen) => overlaps({ x, y, width, height }, screen))
  return isOnScreen ? { x, y, width, height } : { width, height }
}

function overlaps(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const down = Math.min(window.y + window.height, screen.y + screen.height) - Math.max(window.y, screen.y)
  return across >= VISIBLE.width && down >= VISIBLE.height
}
