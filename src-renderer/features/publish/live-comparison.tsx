import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ConfigurationValues } from '#shared/model/publication-comparison.ts'
import { SidesTable } from '../../ui/values/sides-table.tsx'
import { partRows } from './part-words.ts'

interface LiveComparisonProps {
  readonly live: ConfigurationValues
  readonly other: ConfigurationValues
  /** Heading of the other side. */
  readonly heading: string
}

/** What differs, side by side; what is the same on request. */
export function LiveComparison({ live, other, heading }: LiveComparisonProps) {
  const [isWhole, { toggle }] = useDisclosure(false)
  const rows = partRows(live, other)
  const differing = rows.filter(({ isSame }) => !isSame)
  const shown = isWhole ? [...differing, ...rows.filter(({ isSame }) => isSame)] : differing
  return (
    <>
      {shown.length > 0 && <SidesTable left="Live now" right={heading} rows={shown} />}
      <Group>
        <Button variant="default" size="xs" aria-expanded={isWhole} onClick={toggle}>
          {isWhole ? 'Show differences only' : `Show all ${rows.length} values`}
        </Button>
      </Group>
    </>
  )
}
