import { IconFileSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { DropTakers } from '../../lib/drop/drop-takers.tsx'
import type { InspectorDesk } from '../../lib/inspection/inspector-desk.tsx'
import styles from './drop-anywhere.module.css'

interface DropAnywhereProps {
  readonly takers: DropTakers
  readonly desk: InspectorDesk
}

/**
 * Whatever is dropped beside every box that takes it: to the place at hand if it wants files, otherwise to the Inspector.
 * What a box has taken is marked as handled, and left alone here.
 */
export function DropAnywhere({ takers, desk }: DropAnywhereProps) {
  const navigate = useNavigate()
  const isOver = useDragOver((event) => {
    const files = [...(event.dataTransfer?.files ?? [])]
    const text = event.dataTransfer?.getData('text/plain') ?? ''
    const take = takers.latest()
    if (files.length > 0 && take !== undefined) return take(files)
    if (files.length === 0 && text !== '') desk.takeText(text)
    else desk.takeFiles(files)
    void navigate({ to: '/inspector' })
  })
  if (!isOver) return null
  return (
    <div className={styles.frame} aria-hidden>
      <span className={styles.hint}>
        <IconFileSearch size={20} stroke={1.6} />
        {takers.latest() === undefined ? 'Drop it anywhere to check it' : 'Drop it anywhere to load it'}
      </span>
    </div>
  )
}

/** @returns whether something from outside is being dragged over the window */
function useDragOver(onDrop: (event: DragEvent) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!comesFromOutside(event)) return
      // Without it the page is no place to drop on.
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const settle = () => setOver(false)
    const drop = (event: DragEvent) => {
      if (event.defaultPrevented || !comesFromOutside(event)) return
      event.preventDefault()
      onDrop(event)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', settle, { capture: true })
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', settle, { capture: true })
      window.removeEventListener('drop', drop)
    }
  })
  return isOver
}

/** Files, or text that is not moved about inside a field. */
function comesFromOutside({ dataTransfer, target }: DragEvent): boolean {
  if (dataTransfer === null) return false
  if (dataTransfer.types.includes('Files')) return true
  const isField = target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null
  return dataTransfer.types.includes('text/plain') && !isField
}
