import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './list-table.module.css'

interface ListTableProps {
  /** What the table lists, for screen readers. */
  readonly label: string
  /** Of the columns, in order; empty for one that holds buttons. */
  readonly head: readonly string[]
  readonly children: ReactNode
}

/** Rows of a list, compact; long values break instead of widening it. */
export function ListTable({ label, head, children }: ListTableProps) {
  return (
    <Table.ScrollContainer minWidth={520} type="native">
      <Table
        verticalSpacing={6}
        className={styles.table}
        data-acts={head.at(-1) === '' || undefined}
        aria-label={label}
      >
        <Table.Thead>
          <Table.Tr>
            {head.map((name, index) =>
              name === '' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table do not move
                <Table.Td key={index} />
              ) : (
                <Table.Th key={name}>{name}</Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
