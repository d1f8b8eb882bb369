import { Button, Input, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { MAXIMUM_DOCUMENT_BYTES } from '#shared/ipc/identity-provider.ts'
import type { Problem } from '#shared/model/problem.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import styles from './load-file.module.css'
import { type LoadProps, useLoad } from './use-load.ts'

/** A file dropped or chosen. Several at once and what is far too large are turned away before anything is read. */
export function LoadFile({ connectionId, onLoaded }: LoadProps) {
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const openChooser = useRef<() => void>(null)
  const load = useLoad(onLoaded, async (api, file: File) =>
    api.loadDocument({
      connectionId,
      source: 'file',
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }),
  )
  const take = (files: readonly File[]) => {
    const refused = refusalOf(files)
    setRefusal(refused)
    load.forget()
    if (refused === null && files[0] !== undefined) load.ask(files[0])
  }
  const shown = refusal ?? load.problem
  return (
    <Input.Wrapper label="Metadata file" labelElement="div">
      <Dropzone
        openRef={openChooser}
        onDropAny={(accepted, rejected) => take([...accepted, ...rejected.map(({ file }) => file)])}
        onDrop={() => undefined}
        loading={load.isPending}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        tabIndex={-1}
        className={styles.zone}
        inputProps={{ 'aria-label': 'Metadata file' }}
      >
        <Stack align="center" gap="xs">
          <IconFileUpload size={28} stroke={1.4} aria-hidden />
          <Text>Drop the metadata file here</Text>
          <Button variant="default" size="xs" onClick={() => openChooser.current?.()}>
            Choose a file
          </Button>
        </Stack>
      </Dropzone>
      {shown !== null && <ProblemAlert problem={shown} />}
    </Input.Wrapper>
  )
}

function refusalOf(files: readonly File[]): Problem | null {
  if (files.length === 0) return problem('drop.not-a-file', 'file')
  if (files.length > 1) return problem('drop.several', 'file')
  return (files[0]?.size ?? 0) > MAXIMUM_DOCUMENT_BYTES ? problem('metadata.too-large', 'file') : null
}
