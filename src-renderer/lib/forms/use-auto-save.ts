import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** `unsaved`: what is entered cannot be saved as it is. */
export type SaveState = 'saved' | 'saving' | 'unsaved'

const QUIET = 500

/**
 * Saves a while after the last change, and at once when the form goes away.
 * @param value null while it is not complete; the same object while nothing changes
 * @param save its refusal is shown by whoever passes it; the next change tries again
 */
export function useAutoSave<T>(value: T | null, save: (value: T) => Promise<unknown>): SaveState {
  const [saved, setSaved] = useState(value)
  const [refused, setRefused] = useState<T | null>(null)
  const pending = useRef<(() => void) | null>(null)
  const saveValue = useEffectEvent((changed: T) => {
    pending.current = null
    save(changed).then(
      () => setSaved(changed),
      () => setRefused(changed),
    )
  })

  useEffect(() => {
    if (value === null || value === saved) return
    pending.current = () => saveValue(value)
    const timer = setTimeout(() => pending.current?.(), QUIET)
    return () => clearTimeout(timer)
  }, [value, saved])

  useEffect(() => () => pending.current?.(), [])

  if (value === null || value === refused) return 'unsaved'
  return value === saved ? 'saved' : 'saving'
}
