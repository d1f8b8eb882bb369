import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { severityWords } from '#shared/findings/finding-words.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { Range } from '../../lib/text/source-place.ts'
import { toneClass } from '../tone.ts'
import styles from './source.module.css'

/** A finding's place in the text shown, with what it says. */
export interface PlacedMark {
  readonly range: Range
  readonly severity: Severity
  readonly message: string
}

const setMark = StateEffect.define<PlacedMark | null>()

const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    const effect = transaction.effects.findLast((one) => one.is(setMark))
    if (effect === undefined) return decorations.map(transaction.changes)
    return effect.value === null
      ? Decoration.none
      : decorate(transaction.newDoc.lineAt(effect.value.range.to).to, effect.value)
  },
  provide: (field) => EditorView.decorations.from(field),
})

export const findingMark = [markField]

/** Marks one place and brings it into view; null takes the mark away. */
export function showMark(view: EditorView, mark: PlacedMark | null): void {
  const effects: StateEffect<unknown>[] = [setMark.of(mark)]
  if (mark !== null) effects.push(EditorView.scrollIntoView(mark.range.from, { y: 'start', yMargin: 76 }))
  view.dispatch({ effects })
}

function decorate(lineEnd: number, { range, severity, message }: PlacedMark): DecorationSet {
  const note = Decoration.widget({ widget: new Note(severity, message), side: 1, block: true }).range(lineEnd)
  if (range.from === range.to) return Decoration.set([note])
  const place = Decoration.mark({ class: `${styles.place} ${toneClass(severity)}` }).range(range.from, range.to)
  return Decoration.set([place, note], true)
}

class Note extends WidgetType {
  readonly #severity: Severity
  readonly #message: string

  constructor(severity: Severity, message: string) {
    super()
    this.#severity = severity
    this.#message = message
  }

  override toDOM(): HTMLElement {
    const note = document.createElement('div')
    note.className = `${styles.note} ${toneClass(this.#severity, 'filled')}`
    const word = document.createElement('b')
    word.textContent = severityWords[this.#severity]
    note.append(word, ` ${this.#message}`)
    return note
  }
}
