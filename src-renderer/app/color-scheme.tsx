import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useStoredColorScheme } from '../lib/queries/app.ts'

/** Main keeps the choice; the page follows it. */
export function ColorSchemeInStep() {
  const { data } = useStoredColorScheme()
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (data !== undefined) setColorScheme(data)
  }, [data, setColorScheme])
  return null
}
