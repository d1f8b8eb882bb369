import { Group, Stack, Text } from '@mantine/core'
import { ownerWords } from '#shared/findings/finding-words.ts'
import type { Finding, Location } from '#shared/model/finding.ts'
import { CopyButton } from '../values/copy-button.tsx'
import { CopyValue } from '../values/copy-value.tsx'
import { Difference } from '../values/difference.tsx'

/** All there is to say about a finding: meaning, values, who does what, where, and by which clause. */
export function FindingDetail({ finding }: { finding: Finding }) {
  const { detail, fix, owner } = finding
  return (
    <Stack gap="xs">
      {detail !== '' && <Text>{detail}</Text>}
      <FindingValues finding={finding} />
      {fix !== undefined && (
        <Text>
          <Text span fw={500}>
            {ownerWords[owner]}:
          </Text>{' '}
          {fix}
        </Text>
      )}
      <Group gap={8} c="dimmed" fz="xs">
        {finding.location !== undefined && <span>{placeOf(finding.location)}</span>}
        {finding.reference !== undefined && <span>{finding.reference}</span>}
        <Group gap={2} ff="monospace" wrap="nowrap">
          {finding.code}
          <CopyButton text={finding.code} what="finding code" />
        </Group>
      </Group>
    </Stack>
  )
}

/** Expected and received side by side, or the one of them that there is. */
export function FindingValues({ finding: { expected, actual } }: { finding: Finding }) {
  if (expected !== undefined && actual !== undefined) return <Difference expected={expected} actual={actual} />
  if (expected !== undefined) return <OneValue title="Expected" value={expected} />
  return actual === undefined ? null : <OneValue title="Received" value={actual} />
}

function OneValue({ title, value }: { title: string; value: string }) {
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <Text c="dimmed" fz="xs" lh="22px">
        {title}
      </Text>
      <CopyValue value={value} what={`${title.toLowerCase()} value`} />
    </Group>
  )
}

function placeOf({ document, line, column }: Location): string {
  const inside = document === 'message' ? '' : ', in the decrypted part'
  return `Line ${line}, column ${column} as received${inside}`
}
