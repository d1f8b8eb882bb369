import { Table, Text } from '@mantine/core'
import type { Identity } from '#shared/model/identity.ts'
import type { ClaimMapping } from '#shared/model/profile.ts'
import { previewProfile } from '../../lib/claims/preview-profile.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { Section } from '../../ui/page/section.tsx'
import { CopyButton } from '../../ui/values/copy-button.tsx'
import { Sensitive } from '../../ui/values/sensitive.tsx'
import { memberWords } from './claim-words.ts'
import styles from './received-attributes.module.css'

interface ReceivedAttributesProps {
  readonly identity: Identity
  readonly mapping: ClaimMapping
  /** Claims of an ID Token, and of UserInfo. */
  readonly isToken: boolean
}

/** Everything that arrived, used or not. */
export function ReceivedAttributes({ identity, mapping, isToken }: ReceivedAttributesProps) {
  const uses = new Map(previewProfile(identity, mapping).map(({ from, member }) => [from, member]))
  return (
    <Section
      title="Received"
      text={
        isToken
          ? 'Every claim of the ID Token and of UserInfo, as it came.'
          : 'Every attribute of the assertion, as it was signed.'
      }
    >
      <Table verticalSpacing={6} className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{isToken ? 'Claim' : 'Attribute'}</Table.Th>
            <Table.Th>Value</Table.Th>
            <Table.Th w={140}>Used for</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td className={styles.name}>
              {isToken ? 'sub' : 'NameID'}
              <Text c="dimmed" fz="xs">
                {isToken ? `of ${identity.issuer}` : (identity.nameIdFormat ?? 'No format given')}
              </Text>
            </Table.Td>
            <Table.Td>
              <Sensitive kind="personal" value={identity.nameId} what={isToken ? 'sub' : 'NameID'} />
            </Table.Td>
            <Table.Td>
              Recognising the person
              {uses.has('NameID') && <Text fz="xs">and as {memberWords.email.toLowerCase()}</Text>}
            </Table.Td>
          </Table.Tr>
          {Object.entries(identity.attributes)
            .filter(([name]) => !isToken || name !== 'sub')
            .map(([name, values]) => (
              <AttributeRow key={name} name={name} values={values} use={uses.get(name)} />
            ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

interface AttributeRowProps {
  readonly name: string
  readonly values: readonly string[]
  readonly use: keyof typeof memberWords | undefined
}

function AttributeRow({ name, values, use }: AttributeRowProps) {
  return (
    <Table.Tr>
      <Table.Td className={styles.name}>
        <code>{name}</code> <CopyButton text={name} what="attribute name" />
      </Table.Td>
      <Table.Td>
        {keyed(values, (value) => value).map(({ key, item: value }) => (
          <div key={key} className={styles.value}>
            {value === '' ? <Text c="dimmed">empty</Text> : <Sensitive kind="personal" value={value} what={name} />}
          </div>
        ))}
      </Table.Td>
      <Table.Td>{use === undefined ? <Text c="dimmed">Not used</Text> : memberWords[use]}</Table.Td>
    </Table.Tr>
  )
}
