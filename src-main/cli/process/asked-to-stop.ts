/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once, as it would without us. */
export const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = () => {
      for (const signal of signals) process.off(signal, stop)
      resolve()
    }
    for (const signal of signals) process.on(signal, stop)
  })

const signals = ['SIGTERM', 'SIGINT'] as const
