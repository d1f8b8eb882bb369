import type { Claimcheck } from './claimcheck.ts'

export interface Blocked {
  /** Milliseconds of the longest task of the window's page; 0 where none took 50. */
  readonly page: number
  /** Milliseconds of the longest pause of the main process. */
  readonly main: number
}

/** Watches how long window and main process are kept from answering. @returns ends it and tells */
export async function watchWindow({ window, electron }: Claimcheck): Promise<() => Promise<Blocked>> {
  await window.evaluate(() => {
    const longest = { duration: 0 }
    Reflect.set(window, '__longest', longest)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.duration = Math.max(longest.duration, duration)
    }).observe({ type: 'longtask' })
  })
  await electron.evaluate(() => {
    const seen = { last: Date.now(), longest: 0, timer: undefined as unknown }
    const tick = 5
    seen.timer = setInterval(() => {
      const now = Date.now()
      seen.longest = Math.max(seen.longest, now - seen.last - tick)
      seen.last = now
    }, tick)
    Reflect.set(globalThis, '__pauses', seen)
  })
  return async () => {
    const page = await window.evaluate(() => Reflect.get(window, '__longest').duration as number)
    const main = await electron.evaluate(() => {
      const seen = Reflect.get(globalThis, '__pauses')
      clearInterval(seen.timer)
      return seen.longest as number
    })
    return { page, main }
  }
}
