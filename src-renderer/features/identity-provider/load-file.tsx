import { Button, Input, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileUpload } from '@tabler/icons-react'
import { useRef } from 'react'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import styles from './load-file.module.css'
import type { FileLoad } from './use-file-load.ts'

/** A file dropped or chosen. */
export function LoadFile({ load }: { load: FileLoad }) {
  const openChooser = useRef<() => void>(null)
  return (
    <Input.Wrapper label="Metadata file" labelElement="div">
      <Dropzone
        openRef={openChooser}
        onDropAny={(accepted, rejected) => load.take([...accepted, ...rejected.map(({ file }) => file)])}
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
      {load.problem !== null && <ProblemAlert problem={load.problem} />}
    </Input.Wrapper>
  )
}
