import { Group, Table, Text } from '@mantine/core'
import type { PracticePerson } from '#shared/model/practice-idp.ts'
import { Section } from '../../ui/page/section.tsx'
import { CopyButton } from '../../ui/values/copy-button.tsx'
import { Sensitive } from '../../ui/values/sensitive.tsx'
import styles from './people-table.module.css'

/** Whom one can sign in as. */
export function PeopleTable({ people }: { people: readonly PracticePerson[] }) {
  return (
    <Section title="People" text="Sign in as one of them. The passwords protect nothing.">
      <Table verticalSpacing={6} className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>User name</Table.Th>
            <Table.Th>Password</Table.Th>
            <Table.Th>Name</Table.Th>
            <Table.Th>E-mail address</Table.Th>
            <Table.Th>Groups</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.username}>
              <Table.Td>
                <Group gap={4} wrap="nowrap">
                  {person.username} <CopyButton text={person.username} what="user name" />
                </Group>
              </Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap">
                  <Sensitive kind="secret" value={person.password} what={`password of ${person.username}`} />
                  <CopyButton text={person.password} what={`password of ${person.username}`} />
                </Group>
              </Table.Td>
              <Table.Td>{orNone([person.givenName, person.familyName].filter(Boolean).join(' '))}</Table.Td>
              <Table.Td className={styles.email}>{orNone(person.email)}</Table.Td>
              <Table.Td>{orNone(person.groups.join(', '))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

const orNone = (value: string) => (value === '' ? <Text c="dimmed">none</Text> : value)
