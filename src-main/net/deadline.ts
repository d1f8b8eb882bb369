import { FetchRefused } from './fetch-refused.ts'

/** One signal for "too late" and "no longer wanted", which remembers which of them it was. */
export function startDeadline(milliseconds: number, wanted: AbortSignal | undefined) {
  const controller = new AbortController()
  const abort = () => controller.abort('aborted')
  const timer = setTimeout(() => controller.abort('timeout'), milliseconds)
  if (wanted?.aborted === true) abort()
  wanted?.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer)
      wanted?.removeEventListener('abort', abort)
    },
    /** What ended the work, where it was this. */
    refusal(host: string): FetchRefused | undefined {
      if (!controller.signal.aborted) return undefined
      return controller.signal.reason === 'timeout'
        ? new FetchRefused('timeout', host)
        : new FetchRefused('aborted', host)
    },
  }
}
