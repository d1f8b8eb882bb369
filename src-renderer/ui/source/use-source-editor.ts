import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useRef } from 'react'
import { type PlacedMark, showMark } from './finding-mark.ts'
import { openSource, type SourceLanguage } from './source-editor.ts'

export interface SourceEditor {
  readonly parent: RefObject<HTMLDivElement | null>
  readonly view: RefObject<EditorView | null>
}

/** An editor in the element that `parent` is given to, opened anew for each text. */
export function useSourceEditor(
  text: string,
  label: string,
  language: SourceLanguage,
  placed: PlacedMark | null,
): SourceEditor {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  useEffect(() => {
    if (parent.current === null) return
    const opened = openSource(parent.current, text, label, language)
    view.current = opened
    return () => opened.destroy()
  }, [text, label, language])
  useEffect(() => {
    if (view.current !== null) showMark(view.current, placed)
  }, [placed])
  return { parent, view }
}
