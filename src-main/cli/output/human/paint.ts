import type { Severity } from '#shared/model/finding.ts'

/** Colours and width of one output; without colours every function returns its text as it is. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly severity: (severity: Severity, text: string) => string
  readonly differs: (text: string) => string
  /** Columns, never fewer than 80 nor so many that lines grow unreadable. */
  readonly width: number
}

/** SGR parameters (ECMA-48 §8.3.117), on and off. */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  grey: [90, 39],
} as const

const tones: Readonly<Record<Severity, keyof typeof codes>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  'not-verified': 'grey',
  passed: 'green',
}

const NARROWEST = 80
const WIDEST = 110

export function createPaint(colours: boolean, columns: number | null): Paint {
  const style = (name: keyof typeof codes) => {
    const [on, off] = codes[name]
    return (text: string) => (colours && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text)
  }
  return {
    bold: style('bold'),
    dim: style('dim'),
    severity: (severity, text) => style(tones[severity])(text),
    differs: style('red'),
    width: Math.min(Math.max(columns ?? NARROWEST, NARROWEST), WIDEST),
  }
}

/**
 * Colours are for people who look at a terminal. NO_COLOR (no-color.org) takes them away, FORCE_COLOR demands them.
 */
export function wantsColours(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { NO_COLOR = '', FORCE_COLOR, TERM } = environment
  if (NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTerminal && TERM !== 'dumb'
}

/** Shapes differ as well as colours. */
export const icons: Readonly<Record<Severity, string>> = {
  error: '✗',
  warning: '!',
  info: 'i',
  'not-verified': '?',
  passed: '✓',
}
