import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { SeverityIcon } from '../../../ui/severity-icon.tsx'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import { toneClass } from '../../../ui/tone.ts'
import { Countdown } from '../../../ui/values/countdown.tsx'
import styles from './open-outage.module.css'
import { OutageForm } from './outage-form.tsx'

interface OpenOutageProps {
  readonly until: string
  readonly reason: string | null
  readonly onOver: () => void
}

export function OpenOutage({ until, reason, onOver }: OpenOutageProps) {
  const [isExtending, extending] = useDisclosure(false)
  const close = useAdminAsk((api, _: undefined) => api.signInPolicy.closeOutageWindow({}))
  return (
    <>
      <div className={`${styles.open} ${toneClass('warning', 'filled')}`}>
        <SeverityIcon severity="warning" size={22} />
        <div className={styles.says}>
          <Text fw={600} fz="lg">
            Open. Closes in <Countdown until={until} onOver={onOver} />
          </Text>
          <Text>{reason}</Text>
        </div>
        <Group gap="xs">
          <Button variant="default" size="xs" aria-expanded={isExtending} onClick={extending.toggle}>
            Change the end
          </Button>
          <Button variant="default" size="xs" loading={close.isPending} onClick={() => close.ask(undefined)}>
            Close now
          </Button>
        </Group>
      </div>
      {close.problem && <ProblemAlert problem={close.problem} />}
      {isExtending && <OutageForm label="Move the end, from now" reason={reason} onDone={extending.close} />}
    </>
  )
}
