/** What the process says to whoever called it. */
export const exitCode = {
  /** Accepted or valid. */
  good: 0,
  /** Judged otherwise. */
  bad: 1,
  /** Called wrongly, or a file beside the message could not be read. Nothing was judged. */
  usage: 2,
  /** A fault of ours. */
  internal: 70,
} as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** Of several messages the worst counts. */
export const worstOf = (codes: readonly ExitCode[]): ExitCode => codes.reduce<ExitCode>(worse, exitCode.good)
const worse = (a: ExitCode, b: ExitCode): ExitCode => (a > b ? a : b)
