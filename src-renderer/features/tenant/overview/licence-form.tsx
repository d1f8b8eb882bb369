import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { MAXIMUM_LICENCE_LENGTH } from '#shared/http-api/licence.ts'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { FieldProblem } from '../../../ui/states/problem-alert.tsx'

const tooLong = 'This is far longer than a licence file. Use the file that the operator sent.'

/** The file that the operator signed, chosen or pasted. The backend says what is wrong with it; it stays to be mended. */
export function LicenceForm() {
  const chooser = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const handIn = useAdminAsk(
    (api, licence: string) => api.organisation.putLicence({ body: { licence } }),
    () => setText(''),
  )
  const enter = (entered: string) => {
    setText(entered)
    setRefusal(entered.length > MAXIMUM_LICENCE_LENGTH ? tooLong : null)
    handIn.forget()
  }
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    if (file.size <= MAXIMUM_LICENCE_LENGTH) return enter(await file.text())
    enter('')
    setRefusal(tooLong)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        handIn.ask(text)
      }}
    >
      <Stack gap="sm" align="flex-start">
        <Textarea
          label="Licence file"
          description="As the operator sent it, for the organisation ID above"
          w="100%"
          rows={4}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
          value={text}
          onChange={(event) => enter(event.currentTarget.value)}
          error={refusal ?? (handIn.problem && <FieldProblem problem={handIn.problem} />)}
        />
        <Group gap="sm">
          <Button variant="default" onClick={() => chooser.current?.click()}>
            Choose a file
          </Button>
          <Button type="submit" disabled={refusal !== null || text.trim().length < 2} loading={handIn.isPending}>
            Hand in licence
          </Button>
          <span role="status">{handIn.isDone && 'Licence handed in'}</span>
        </Group>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="Licence file to read"
          onChange={(event) => {
            void read(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </Stack>
    </form>
  )
}
