import { UsageError } from '../process/usage-error.ts'

/** @param option named in the refusal */
export const wholeNumber =
  (option: string, what: string, maximum: number) =>
  (text: string): number => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (number <= maximum) return number
    throw new UsageError(`${option} takes ${what} from 0 to ${maximum}, not "${text}".`)
  }

export const seconds = (option: string, maximum: number) => wholeNumber(option, 'whole seconds', maximum)
export const port = wholeNumber('--port', 'a port', 65_535)
