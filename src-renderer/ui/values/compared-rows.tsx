import { markDifference, type Piece } from '#shared/comparison/mark-difference.ts'
import { absenceWords, comparedWords, sideWords } from '#shared/findings/comparison-words.ts'
import type { ComparedValue, Side, SideValue } from '#shared/model/side-comparison.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { SeverityBadge } from '../severity-badge.tsx'
import styles from './compared-rows.module.css'
import { CopyButton } from './copy-button.tsx'
import { MarkedText } from './marked-text.tsx'

/** One thing per row; what each side calls it stands under the others, so that a differing character has its column. */
export function ComparedRows({ rows }: { rows: readonly ComparedValue[] }) {
  return (
    <div className={styles.rows}>
      {rows.map((row) => (
        <ComparedRow key={row.id} row={row} />
      ))}
    </div>
  )
}

function ComparedRow({ row: { id, expected, sides } }: { row: ComparedValue }) {
  const { label, alias } = comparedWords[id]
  const other = sides.find(({ agrees }) => agrees === false)?.values.find(({ agrees }) => !agrees)
  return (
    <section className={styles.row} aria-label={label}>
      <header className={styles.header}>
        <div>
          <div className={styles.label}>{label}</div>
          <div className={styles.alias}>{alias}</div>
        </div>
        <State sides={sides} />
      </header>
      <dl className={styles.sides}>
        {sides.map((side) => (
          <SideLines key={side.side} side={side} expected={expected} other={other} />
        ))}
      </dl>
    </section>
  )
}

function State({ sides }: { sides: readonly Side[] }) {
  if (sides.some(({ agrees }) => agrees === false)) return <SeverityBadge severity="error">Differs</SeverityBadge>
  if (sides.some(({ absence }) => absence === 'sealed' || absence === 'unreadable'))
    return <SeverityBadge severity="not-verified">Not compared everywhere</SeverityBadge>
  return <SeverityBadge severity="passed">Same</SeverityBadge>
}

interface SideLinesProps {
  readonly side: Side
  readonly expected: string
  /** The first value that differs: the expected one is marked against it. */
  readonly other: SideValue | undefined
}

function SideLines({ side, expected, other }: SideLinesProps) {
  return (
    <div className={styles.side}>
      <dt className={styles.name}>{sideWords[side.side]}</dt>
      {keyed(side.values, ({ name, value }) => name + value).map(({ key, item: { name, value, agrees } }) => (
        <dd key={key} className={styles.line}>
          <span className={styles.what}>{name}</span>
          <span className={styles.value}>
            <MarkedText pieces={piecesOf(side, { name, value, agrees }, expected, other)} />
          </span>
          <CopyButton text={value} what={`${sideWords[side.side]}: ${name}`} />
        </dd>
      ))}
      {side.absence !== null && <dd className={styles.absence}>{absenceWords[side.absence]}</dd>}
    </div>
  )
}

/** Of several audiences or endpoints those that are somebody else's are no mistake: nothing is marked where one agrees. */
function piecesOf(
  side: Side,
  { value, agrees }: SideValue,
  expected: string,
  other: SideValue | undefined,
): readonly Piece[] {
  if (side.side === 'configuration') return markDifference(value, other?.value ?? value).expected
  return markDifference(side.agrees === true || agrees ? value : expected, value).actual
}
