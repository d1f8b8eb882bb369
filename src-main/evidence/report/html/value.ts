import { type Difference, markDifference, type Piece } from '#shared/comparison/mark-difference.ts'
import { visibleValue } from '#shared/comparison/visible-text.ts'
import { type Content, type Html, html } from './html.ts'

/** Something that came from a message or a console: in its own type, unseen characters drawn, writing direction kept apart. */
export const value = (text: string): Html =>
  text === '' ? html`<span class="none">empty</span>` : html`<bdi class="value">${visibleValue(text)}</bdi>`

export const valueOr = (text: string | null, absent: string): Html =>
  text === null ? html`<span class="none">${absent}</span>` : value(text)

/** RFC 3339 as people read it, in UTC, to the second. */
export const time = (instant: string): Html =>
  html`<time datetime="${instant}">${instant.replace(/^(.{10})T(.{8}).*$/, '$1 $2')} UTC</time>`

/** Name and value, one pair a line; pairs without a value are left out. */
export const facts = (pairs: readonly (readonly [name: string, value: Content])[]): Html =>
  html`<dl class="facts">${pairs
    .filter(([, content]) => content !== null && content !== undefined)
    .map(([name, content]) => html`<div><dt>${name}</dt><dd>${content}</dd></div>`)}</dl>`

/** Expected and received under each other, the characters that differ marked. */
export function comparison(expected: string | undefined, actual: string | undefined): Html | null {
  if (expected === undefined && actual === undefined) return null
  const { expected: left, actual: right }: Difference =
    expected === undefined || actual === undefined
      ? { expected: whole(expected), actual: whole(actual) }
      : markDifference(expected, actual)
  return facts([
    ['Expected', expected === undefined ? null : marked(left)],
    ['Received', actual === undefined ? null : marked(right)],
  ])
}

const whole = (text: string | undefined): Piece[] =>
  text === undefined ? [] : [{ text: visibleValue(text), differs: false }]

const marked = (pieces: readonly Piece[]): Html =>
  pieces.length === 0
    ? value('')
    : html`<bdi class="value">${pieces.map(({ text, differs }) => (differs ? html`<mark>${text}</mark>` : text))}</bdi>`
