import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useApi } from '../../lib/api/api-context.tsx'

const CONFIRMED = 2000

/** Copies and confirms. `what` names the value for screen readers: “Copy ACS URL”. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { isCopied, copy } = useCopy(text)
  const Drawn = isCopied ? IconCheck : IconCopy
  return (
    <>
      <Tooltip label={isCopied ? 'Copied' : 'Copy'}>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Copy ${what}`} onClick={copy}>
          <Drawn size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <VisuallyHidden component="span" role="status">
        {isCopied ? `${what} copied` : ''}
      </VisuallyHidden>
    </>
  )
}

/** Through main: the page itself has no access to the clipboard. */
export function useCopy(text: string): { isCopied: boolean; copy: () => void } {
  const api = useApi()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), CONFIRMED)
    return () => clearTimeout(timer)
  }, [isCopied])
  return {
    isCopied,
    copy: () =>
      void api.app.copy({ text }).then(
        () => setCopied(true),
        () => undefined,
      ),
  }
}
