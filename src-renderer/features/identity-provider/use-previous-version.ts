import { useState } from 'react'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'

/** What was loaded before what is loaded now, while the step is open. @returns it, and how to forget it */
export function usePreviousVersion(current: IdentityProvider | null) {
  const [known, setKnown] = useState<{ current: IdentityProvider | null; before: IdentityProvider | null }>({
    current,
    before: null,
  })
  // Changed while rendering, so that no frame shows the new version without its difference.
  if (known.current?.loadedAt !== current?.loadedAt) setKnown({ current, before: known.current })
  return { before: known.before, forget: () => setKnown({ current, before: null }) }
}
