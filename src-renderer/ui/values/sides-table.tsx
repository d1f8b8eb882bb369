import { markDifference, type Piece } from '#shared/comparison/mark-difference.ts'
import type { SideRow } from '../../lib/comparison/side-rows.ts'
import { MarkedText } from './marked-text.tsx'
import { Sensitive } from './sensitive.tsx'
import styles from './sides-table.module.css'

interface SidesTableProps {
  /** Heading of each side. */
  readonly left: string
  readonly right: string
  readonly rows: readonly SideRow[]
  /** Values may be about people: masked where the window is shown to others, and then not marked. */
  readonly isPersonal?: boolean
}

/** Named values of two sides, a row each; the characters that differ are marked by more than colour. */
export function SidesTable({ left, right, rows, isPersonal = false }: SidesTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td className={styles.name} />
          <th scope="col">{left}</th>
          <th scope="col">{right}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const marked = markDifference(row.left ?? '', row.right ?? '')
          return (
            <tr key={row.name}>
              <th scope="row" className={styles.name}>
                {row.name}
              </th>
              <Side text={row.left} pieces={marked.expected} what={row.name} isPersonal={isPersonal} />
              <Side text={row.right} pieces={marked.actual} what={row.name} isPersonal={isPersonal} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface SideProps {
  readonly text: string | null
  readonly pieces: readonly Piece[]
  readonly what: string
  readonly isPersonal: boolean
}

function Side({ text, pieces, what, isPersonal }: SideProps) {
  if (text === null || text === '') return <td className={styles.nothing}>{text === null ? 'not set' : 'empty'}</td>
  return (
    <td className={styles.value}>
      {isPersonal ? <Sensitive kind="personal" value={text} what={what} /> : <MarkedText pieces={pieces} />}
    </td>
  )
}
