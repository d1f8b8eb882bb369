import { Button, Group, Stack, Textarea } from '@mantine/core'
import { type ClipboardEvent, useRef, useState } from 'react'

interface PasteBoxProps {
  /** For screen readers: “Anything to check”. */
  readonly label: string
  /** Of the hidden chooser: “File to check”. */
  readonly fileLabel: string
  readonly rows?: number
  readonly autoFocus?: boolean
  readonly onText: (text: string) => void
  readonly onFiles: (files: readonly File[]) => void
}

/** What is pasted is checked at once and never drawn in the box: a recording has megabytes, and a key must not stay. */
export function PasteBox({ label, fileLabel, rows = 6, autoFocus = false, onText, onFiles }: PasteBoxProps) {
  const [text, setText] = useState('')
  const chooser = useRef<HTMLInputElement>(null)
  const paste = (event: ClipboardEvent) => {
    const { files } = event.clipboardData
    const pasted = event.clipboardData.getData('text/plain')
    if (text !== '' || (files.length === 0 && pasted === '')) return
    event.preventDefault()
    if (files.length > 0) onFiles([...files])
    else onText(pasted)
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Textarea
        aria-label={label}
        placeholder="Paste here, or type"
        w="100%"
        rows={rows}
        autoFocus={autoFocus}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={paste}
      />
      <Group>
        <Button
          disabled={text.trim() === ''}
          onClick={() => {
            // What was typed may be a key: it goes where it is judged, and leaves the box.
            setText('')
            onText(text)
          }}
        >
          Check
        </Button>
        <Button variant="default" onClick={() => chooser.current?.click()}>
          Choose a file
        </Button>
      </Group>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={fileLabel}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </Stack>
  )
}
