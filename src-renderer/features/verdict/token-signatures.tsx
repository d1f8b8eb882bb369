import { Table, Text } from '@mantine/core'
import type { TokenSignature } from '#shared/model/token-judgement.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'

/** How the ID Token was signed, and which of the provider's keys verified it. */
export function TokenSignatures({ signatures }: { signatures: readonly TokenSignature[] }) {
  return (
    <Section title="Signature">
      {signatures.length === 0 ? (
        <Text c="dimmed">There is no signed token.</Text>
      ) : (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Covers</Table.Th>
              <Table.Th>Result</Table.Th>
              <Table.Th>Algorithm</Table.Th>
              <Table.Th>Key of the provider</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keyed(signatures, ({ algorithm }) => algorithm).map(({ key, item }) => (
              <Table.Tr key={key}>
                <Table.Td>ID Token</Table.Td>
                <Table.Td>
                  <SeverityBadge severity={item.verified ? 'passed' : 'not-verified'}>
                    {item.verified ? 'Verified' : 'Not verified'}
                  </SeverityBadge>
                </Table.Td>
                <Table.Td>{item.algorithm}</Table.Td>
                <Table.Td>{keyWords(item)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}

const SHOWN = 8

function keyWords({ keyId, keyThumbprint }: TokenSignature): string {
  const named = keyId === null ? 'without a kid' : `kid ${keyId}`
  return keyThumbprint === undefined ? `None of its keys (${named})` : `${named} (…${keyThumbprint.slice(-SHOWN)})`
}
