import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { type ClipboardEvent, useRef, useState } from 'react'
import { useInspectorDesk } from '../../lib/inspection/inspector-desk.tsx'
import { Section } from '../../ui/page/section.tsx'
import styles from './inspector-entry.module.css'

/** What is pasted is checked at once and never drawn in the box: a recording has megabytes, and a key must not stay. */
export function InspectorEntry() {
  const desk = useInspectorDesk()
  const [text, setText] = useState('')
  const chooser = useRef<HTMLInputElement>(null)
  const paste = (event: ClipboardEvent) => {
    const { files } = event.clipboardData
    const pasted = event.clipboardData.getData('text/plain')
    if (text !== '' || (files.length === 0 && pasted === '')) return
    event.preventDefault()
    if (files.length > 0) desk.takeFiles([...files])
    else desk.takeText(pasted)
  }
  return (
    <Section title="Paste or drop anything" text="It is recognised by what it is, however it is wrapped or encoded.">
      <Stack gap="sm" align="flex-start">
        <Textarea
          aria-label="Anything to check"
          placeholder="Paste here, or type"
          w="100%"
          rows={6}
          autoFocus
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={paste}
        />
        <Group>
          <Button disabled={text.trim() === ''} onClick={() => desk.takeText(text)}>
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
          aria-label="File to check"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])]
            event.currentTarget.value = ''
            if (files.length > 0) desk.takeFiles(files)
          }}
        />
      </Stack>
      <dl className={styles.kinds}>
        {kinds.map(([title, says]) => (
          <div key={title}>
            <Text component="dt" fw={500} fz="sm">
              {title}
            </Text>
            <Text component="dd" c="dimmed" fz="sm" m={0}>
              {says}
            </Text>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const kinds = [
  ['Messages', 'SAMLResponse, SAMLRequest and logout: as XML, as a form field, or the whole address'],
  ['Recordings', 'A HAR file from the browser’s developer tools, or SAML-tracer’s export'],
  ['Descriptions', 'SAML metadata, OpenID Connect discovery, key sets'],
  ['Certificates and keys', 'PEM, DER, PKCS #7, PKCS #12, JWK; a private key is named and forgotten'],
  ['Tokens', 'ID tokens and other JWTs, token responses, callback addresses'],
] as const
