import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { Severity } from '#shared/model/finding.ts'
import { toneClass } from './tone.ts'

const icons: Readonly<Record<Severity, Icon>> = {
  error: IconCircleX,
  warning: IconAlertTriangle,
  info: IconInfoCircle,
  'not-verified': IconCircleDashed,
  passed: IconCircleCheck,
}

/** Stands beside a word that says the same; screen readers hear the word. */
export function SeverityIcon({ severity, size = 18 }: { severity: Severity; size?: number }) {
  const Drawn = icons[severity]
  return (
    <Drawn size={size} stroke={1.8} className={toneClass(severity, 'strong')} aria-hidden style={{ flex: 'none' }} />
  )
}
