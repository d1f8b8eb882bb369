import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

export interface ToldStep {
  readonly title: string
  readonly milliseconds: number
  readonly held: boolean
  readonly pictures: readonly string[]
  /** What was seen, in the window's own words. */
  readonly seen: readonly string[]
  readonly problem?: string
}

/** Tells the steps as they happen, with times, and keeps their pictures. A step that does not hold ends the story. */
export class Story {
  readonly #folder: string
  readonly #steps: ToldStep[] = []
  #pictures: string[] = []
  #seen: string[] = []

  constructor(folder: string) {
    this.#folder = folder
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }

  async step(title: string, happens: () => Promise<void>): Promise<void> {
    const began = performance.now()
    const [pictures, seen]: [string[], string[]] = [[], []]
    this.#pictures = pictures
    this.#seen = seen
    const tell = (held: boolean, problem?: string) => {
      const milliseconds = Math.round(performance.now() - began)
      this.#steps.push({ title, milliseconds, held, pictures, seen, ...(problem === undefined ? {} : { problem }) })
      print(`${held ? '✔' : '✘'} ${this.#steps.length}. ${title} (${(milliseconds / 1000).toFixed(1)} s)`)
      for (const line of seen) print(`     ${line}`)
    }
    try {
      await happens()
    } catch (error) {
      tell(false, error instanceof Error ? error.message : String(error))
      throw error
    }
    tell(true)
  }

  /** What the window says, for the story and the summary. */
  saw(text: string): void {
    this.#seen.push(text.replace(/\s*\n\s*/g, ' · ').trim())
  }

  async picture(page: Page, name: string): Promise<void> {
    const file = `${String(this.#steps.length + 1)}-${name}.png`
    await page.screenshot({ path: join(this.#folder, file) })
    this.#pictures.push(file)
  }

  end(details: Record<string, unknown>): void {
    const held = this.#steps.every((step) => step.held)
    const summary = { held, steps: this.#steps, ...details }
    writeFileSync(join(this.#folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  }
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`)
