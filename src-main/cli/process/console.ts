import type { Paint } from '../output/human/paint.ts'

/** What a command is given of the process it runs in: nothing below `main.ts` reads a clock, chance, or the environment. */
export interface Console {
  /** The package's. */
  readonly version: string
  /** Data only. */
  readonly out: (text: string) => void
  /** Messages for people. */
  readonly note: (text: string) => void
  readonly readStandardInput: (limit: number) => Promise<Uint8Array>
  /** Redraws the last line of a terminal beside the data, an empty one takes it away; undefined where nobody looks. */
  readonly progress: ((line: string) => void) | undefined
  /** The built program of the thread that judges entities; in source there is none. */
  readonly entityWorker: URL
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Colours and width of standard output. */
  readonly paint: Paint
  readonly clock: () => Date
  /** Milliseconds, for durations. */
  readonly stopwatch: () => number
  /** Cryptographic. */
  readonly random: (bytes: number) => Uint8Array
  /** Resolves when the process is asked to end (SIGTERM, SIGINT). */
  readonly askedToStop: () => Promise<void>
}
