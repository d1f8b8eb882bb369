import { Button, Group, Stack, Tabs, Text, Textarea, TextInput } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileUpload, IconLink, IconSchool, IconTextPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { MAXIMUM_OPENID_DOCUMENT_BYTES } from '#shared/ipc/openid.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { Problem } from '#shared/model/problem.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { openidPresetOf } from '#shared/providers/openid-preset.ts'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import { useTakesDrops } from '../../lib/drop/drop-takers.tsx'
import { usePracticeIdp } from '../../lib/queries/practice-idp.ts'
import { Section } from '../../ui/page/section.tsx'
import { FieldProblem, ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { useOpenid } from './use-openid.ts'

interface LoadProviderProps {
  readonly connection: Connection
  readonly onLoaded: () => void
  readonly onCancel?: (() => void) | undefined
}

/** Three ways to load the provider: by its issuer, a file, or what is pasted. A key set completes a file. */
export function LoadProvider({ connection, onLoaded, onCancel }: LoadProviderProps) {
  const [way, setWay] = useState('url')
  const { name } = providerOf(connection.intake.provider)
  const { findIssuer } = openidPresetOf(connection.intake.provider)
  const connectionId = connection.id
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const load = useOpenid(onLoaded, (api, { file, text }: { file?: File; text?: string }) =>
    file === undefined
      ? api.loadDocument({ connectionId, source: 'paste', name: '', bytes: new TextEncoder().encode(text ?? '') })
      : file
          .arrayBuffer()
          .then((buffer) =>
            api.loadDocument({ connectionId, source: 'file', name: file.name, bytes: new Uint8Array(buffer) }),
          ),
  )
  const take = (files: readonly File[]) => {
    const [file, second] = files
    const refused = second !== undefined ? 'drop.several' : file === undefined ? 'drop.not-a-file' : null
    const isLarge = (file?.size ?? 0) > MAXIMUM_OPENID_DOCUMENT_BYTES
    const code = refused ?? (isLarge ? 'openid.too-large' : null)
    setRefusal(code === null ? null : problem(code, 'file'))
    if (code === null && file !== undefined) load.ask({ file })
  }
  useTakesDrops((files) => {
    setWay('file')
    take(files)
  })
  const shown = refusal ?? load.problem
  return (
    <Section
      title="Load the identity provider"
      text={findIssuer === null ? undefined : `${name}: ${findIssuer}`}
      aside={
        onCancel && (
          <Button variant="default" size="xs" onClick={onCancel}>
            Keep what is loaded
          </Button>
        )
      }
    >
      <PracticeOffer connection={connection} onLoaded={onLoaded} />
      <Tabs value={way} onChange={(value) => setWay(value ?? 'url')} keepMounted>
        <Tabs.List aria-label="How to load it">
          <Tabs.Tab value="url" leftSection={<IconLink size={15} aria-hidden />}>
            Issuer
          </Tabs.Tab>
          <Tabs.Tab value="file" leftSection={<IconFileUpload size={15} aria-hidden />}>
            Discovery file
          </Tabs.Tab>
          <Tabs.Tab value="paste" leftSection={<IconTextPlus size={15} aria-hidden />}>
            Paste
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="url" pt="md">
          <LoadIssuer connection={connection} onLoaded={onLoaded} />
        </Tabs.Panel>
        <Tabs.Panel value="file" pt="md">
          <DropDocument isPending={load.isPending} onFiles={take} />
          {shown !== null && shown.field !== 'paste' && <ProblemAlert problem={shown} />}
        </Tabs.Panel>
        <Tabs.Panel value="paste" pt="md">
          <PasteDocument
            isPending={load.isPending}
            problem={shown?.field === 'paste' ? shown : null}
            onText={(text) => {
              setRefusal(null)
              load.ask({ text })
            }}
          />
        </Tabs.Panel>
      </Tabs>
      <Text fz="xs" c="dimmed">
        Everything is checked as it is loaded. If it is refused, the connection stays as it was.
      </Text>
    </Section>
  )
}

function LoadIssuer({ connection, onLoaded }: LoadProviderProps) {
  const { issuers } = openidPresetOf(connection.intake.provider)
  const [only] = issuers
  const [url, setUrl] = useState(issuers.length === 1 && only !== undefined && !only.url.includes('<') ? only.url : '')
  const load = useOpenid(onLoaded, (api, typed: string) =>
    api.loadUrl({ connectionId: connection.id, url: typed.trim() }),
  )
  const change = (typed: string) => {
    setUrl(typed)
    load.forget()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        load.ask(url)
      }}
    >
      <Stack gap="sm" align="flex-start">
        <TextInput
          label="Issuer or discovery URL"
          description="The document stands at the issuer, followed by /.well-known/openid-configuration"
          placeholder="https://op.customer.example"
          w="100%"
          spellCheck={false}
          value={url}
          onChange={(event) => change(event.currentTarget.value)}
          error={load.problem && <FieldProblem problem={load.problem} />}
        />
        {issuers.length > 1 && (
          <Group gap="xs">
            <Text fz="sm" c="dimmed">
              Begin with:
            </Text>
            {issuers.map(({ label, url: begin }) => (
              <Button key={label} size="xs" variant="default" onClick={() => change(begin)}>
                {label}
              </Button>
            ))}
          </Group>
        )}
        <Button type="submit" loading={load.isPending} disabled={url.trim() === '' || url.includes('<')}>
          Load provider
        </Button>
      </Stack>
    </form>
  )
}

function PracticeOffer({ connection, onLoaded }: LoadProviderProps) {
  const { data } = usePracticeIdp()
  const load = useOpenid(onLoaded, (api, url: string) => api.loadUrl({ connectionId: connection.id, url }))
  if (data?.state !== 'running') return null
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm">
        <Group gap="sm" wrap="nowrap">
          <IconSchool size={20} stroke={1.6} aria-hidden />
          <Text>The practice IdP is running on this computer.</Text>
        </Group>
        <Button variant="light" size="xs" loading={load.isPending} onClick={() => load.ask(data.openid.issuer)}>
          Use the practice IdP
        </Button>
      </Group>
      {load.problem && <ProblemAlert problem={load.problem} />}
    </Stack>
  )
}

function DropDocument({ isPending, onFiles }: { isPending: boolean; onFiles: (files: readonly File[]) => void }) {
  const openChooser = useRef<() => void>(null)
  return (
    <Dropzone
      openRef={openChooser}
      onDropAny={(accepted, rejected) => onFiles([...accepted, ...rejected.map(({ file }) => file)])}
      onDrop={() => undefined}
      loading={isPending}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      tabIndex={-1}
      inputProps={{ 'aria-label': 'Discovery file' }}
    >
      <Stack align="center" gap="xs">
        <IconFileUpload size={28} stroke={1.4} aria-hidden />
        <Text>Drop the discovery document here, or the provider’s key set after it</Text>
        <Button variant="default" size="xs" onClick={() => openChooser.current?.()}>
          Choose a file
        </Button>
      </Stack>
    </Dropzone>
  )
}

interface PasteDocumentProps {
  readonly isPending: boolean
  readonly problem: Problem | null
  readonly onText: (text: string) => void
}

function PasteDocument({ isPending, problem: refused, onText }: PasteDocumentProps) {
  const [text, setText] = useState('')
  return (
    <Stack gap="sm" align="flex-start">
      <Textarea
        label="Discovery document, or key set"
        placeholder='{ "issuer": "https://op.customer.example", …'
        w="100%"
        rows={8}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={refused !== null && <FieldProblem problem={refused} />}
      />
      <Button loading={isPending} disabled={text.trim() === ''} onClick={() => onText(text)}>
        Load provider
      </Button>
    </Stack>
  )
}
