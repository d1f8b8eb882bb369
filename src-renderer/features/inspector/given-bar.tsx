import { Group, Select, Text } from '@mantine/core'
import { layerWords } from '#shared/findings/inspection-words.ts'
import { ConnectionId } from '#shared/model/ids.ts'
import type { InspectedLayer, Inspection } from '#shared/model/inspection.ts'
import { byteSize } from '../../lib/format/byte-size.ts'
import { useInspectorDesk } from '../../lib/inspection/inspector-desk.tsx'
import { useConnections } from '../../lib/queries/connections.ts'

interface GivenBarProps {
  readonly given: { readonly name: string | null; readonly size: number }
  readonly inspection: Inspection
}

/** What was given, what was peeled off it, and by whose configuration it is judged. */
export function GivenBar({ given, inspection }: GivenBarProps) {
  return (
    <Group justify="space-between" align="flex-end" gap="sm">
      <Text fz="sm" c="dimmed">
        {[given.name ?? 'Pasted', byteSize(given.size), ...inspection.layers.map(layerName)].join(' › ')}
      </Text>
      <JudgedBy />
    </Group>
  )
}

const layerName = ({ kind, name }: InspectedLayer) =>
  name === undefined ? layerWords[kind] : `${layerWords[kind]} ${name}`

/** Certificates, names and key of a connection: with them signatures verify, and what is encrypted to it opens. */
function JudgedBy() {
  const { judgedBy, judgeBy } = useInspectorDesk()
  const { data: connections = [] } = useConnections()
  if (judgeBy === null || connections.length === 0) return null
  return (
    <Select
      label="Judge it as"
      size="xs"
      w={240}
      allowDeselect={false}
      value={judgedBy ?? ''}
      onChange={(value) => judgeBy(value ? ConnectionId.parse(value) : null)}
      data={[
        { value: '', label: 'Nobody’s: no certificate is trusted' },
        ...connections.map(({ id, intake }) => ({ value: id, label: intake.displayName })),
      ]}
    />
  )
}
