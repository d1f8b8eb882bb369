/** Runs tasks one after the other, each whether or not the one before it failed. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task, task)
    this.#last = result.catch(() => undefined)
    return result
  }

  async settled(): Promise<void> {
    await this.#last
  }
}
