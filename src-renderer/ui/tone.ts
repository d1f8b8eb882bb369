import type { Severity } from '#shared/model/finding.ts'
import styles from './tone.module.css'

type Part = 'filled' | 'text' | 'strong'

/** Class names for a severity's colours: as custom properties alone, or applied to fill, text or icon as well. */
export function toneClass(severity: Severity, ...parts: readonly Part[]): string {
  return [styles[severity], ...parts.map((part) => styles[part])].join(' ')
}
