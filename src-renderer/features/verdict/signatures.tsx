import { Table, Text } from '@mantine/core'
import type { Connection } from '#shared/model/connection.ts'
import type { SignatureSummary } from '#shared/model/judgement.ts'
import { shortThumbprint } from '../../lib/format/thumbprint.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'

interface SignaturesProps {
  readonly signatures: readonly SignatureSummary[]
  readonly connection: Connection
}

/** What was signed, how, and which trusted certificate verified it. */
export function Signatures({ signatures, connection }: SignaturesProps) {
  return (
    <Section title="Signatures">
      {signatures.length === 0 ? (
        <Text c="dimmed">Nothing in the message is signed.</Text>
      ) : (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Covers</Table.Th>
              <Table.Th>Result</Table.Th>
              <Table.Th>Algorithm</Table.Th>
              <Table.Th>Certificate</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keyed(signatures, ({ covers }) => covers).map(({ key, item: signature }) => (
              <Table.Tr key={key}>
                <Table.Td>{signature.covers}</Table.Td>
                <Table.Td>
                  <SeverityBadge severity={signature.verified ? 'passed' : 'not-verified'}>
                    {signature.verified ? 'Verified' : 'Not verified'}
                  </SeverityBadge>
                </Table.Td>
                <Table.Td>
                  {shortAlgorithm(signature.algorithm)}, {shortAlgorithm(signature.digest)}
                </Table.Td>
                <Table.Td>{certificateWords(signature, connection)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}

/** An algorithm's identifier without the namespace it is defined in. */
const shortAlgorithm = (identifier: string) => identifier.slice(identifier.lastIndexOf('#') + 1)

function certificateWords({ certificateSha256 }: SignatureSummary, { identityProvider }: Connection): string {
  if (certificateSha256 === undefined) return 'None of the trusted ones'
  const known = identityProvider?.signingCertificates.find(({ sha256 }) => sha256 === certificateSha256)
  const thumbprint = `…${shortThumbprint(certificateSha256)}`
  return known === undefined ? thumbprint : `${known.name} (${thumbprint})`
}
