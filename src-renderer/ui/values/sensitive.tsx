import { ActionIcon, Tooltip } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { createContext, type ReactNode, use, useState } from 'react'
import { visibleValue } from '#shared/comparison/visible-text.ts'
import styles from './sensitive.module.css'

/** Secrets are masked until someone asks; personal data only where the window is shown to others. */
type Kind = 'secret' | 'personal'

const MaskingContext = createContext<readonly Kind[]>(['secret'])

export function MaskingProvider({ masked, children }: { masked: readonly Kind[]; children: ReactNode }) {
  return <MaskingContext value={masked}>{children}</MaskingContext>
}

/** The only way a secret or personal value gets on screen. The mask has one length: it tells nothing of the value. */
export function Sensitive({ kind, value, what }: { kind: Kind; value: string; what: string }) {
  const isMasked = use(MaskingContext).includes(kind)
  const [isRevealed, setRevealed] = useState(false)
  const isHidden = isMasked && !isRevealed
  const Drawn = isHidden ? IconEye : IconEyeOff
  return (
    <span className={styles.root}>
      {isHidden ? (
        <span className={styles.mask}>
          <span aria-hidden>••••••••</span>
          <span className={styles.spoken}>hidden</span>
        </span>
      ) : (
        <span className={kind === 'secret' ? styles.secret : undefined}>{visibleValue(value)}</span>
      )}
      {isMasked && (
        <Tooltip label={isHidden ? 'Show' : 'Hide'}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`${isHidden ? 'Show' : 'Hide'} ${what}`}
            onClick={() => setRevealed(isHidden)}
          >
            <Drawn size={15} stroke={1.8} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  )
}
