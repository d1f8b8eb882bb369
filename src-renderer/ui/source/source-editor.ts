import { defaultKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { xml } from '@codemirror/lang-xml'
import { codeFolding, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { styleNonce } from '../../lib/api/content-security.ts'
import { findingMark } from './finding-mark.ts'

const colours = HighlightStyle.define([
  { tag: tags.tagName, color: 'var(--code-tag)' },
  { tag: [tags.attributeName, tags.propertyName], color: 'var(--code-attribute)' },
  { tag: [tags.attributeValue, tags.string], color: 'var(--code-value)' },
  { tag: [tags.comment, tags.processingInstruction, tags.documentMeta], color: 'var(--code-aside)' },
  { tag: [tags.angleBracket, tags.punctuation], color: 'var(--code-aside)' },
])

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '12.5px', backgroundColor: 'var(--surface)' },
  '&.cm-focused': { outline: '2px solid var(--mantine-primary-color-filled)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '19px' },
  // After the indent a long value would begin a line of its own; so it is broken where the room ends.
  '.cm-lineWrapping': { wordBreak: 'break-all' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--mantine-color-dimmed)', border: 'none' },
  '.cm-panels': { backgroundColor: 'var(--surface-sunken)', color: 'inherit' },
  '.cm-panel.cm-search': { padding: '6px 28px 6px 8px', fontFamily: 'var(--mantine-font-family)', fontSize: '13px' },
  '.cm-panel.cm-search label': { fontSize: '12px' },
  '.cm-textfield, .cm-button': {
    padding: '2px 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: '5px',
    background: 'var(--surface)',
    fontSize: '12.5px',
  },
  '.cm-button:active': { background: 'var(--surface-sunken)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--selection) !important' },
  '.cm-searchMatch': { backgroundColor: 'var(--difference-fill)' },
  '.cm-searchMatch-selected': { outline: '1px solid var(--difference-edge)' },
})

const words = {
  next: 'Next',
  previous: 'Previous',
  all: 'All',
  'match case': 'Match case',
  regexp: 'Regular expression',
  'by word': 'Whole words',
  close: 'Close',
}

export type SourceLanguage = 'xml' | 'json' | 'text'

/** A read-only view with line numbers, folding and search. */
export function openSource(
  parent: HTMLElement,
  text: string,
  label: string,
  language: SourceLanguage = 'xml',
): EditorView {
  return new EditorView({ parent, state: EditorState.create({ doc: text, extensions: extensions(label, language) }) })
}

const languages: Readonly<Record<SourceLanguage, () => Extension>> = { xml, json, text: () => [] }

const extensions = (label: string, language: SourceLanguage): Extension => [
  styleNonce === '' ? [] : EditorView.cspNonce.of(styleNonce),
  EditorState.readOnly.of(true),
  EditorState.phrases.of(words),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label }),
  EditorView.lineWrapping,
  lineNumbers(),
  codeFolding(),
  foldGutter(),
  drawSelection(),
  languages[language](),
  syntaxHighlighting(colours),
  search({ top: true }),
  highlightSelectionMatches(),
  keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
  look,
  findingMark,
]
