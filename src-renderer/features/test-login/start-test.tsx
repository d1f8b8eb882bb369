import { Button, Text } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import styles from './start-test.module.css'

interface StartTestProps {
  readonly isPending: boolean
  readonly onStart: () => void
}

/** The one thing to do here before the first run. */
export function StartTest({ isPending, onStart }: StartTestProps) {
  return (
    <div className={styles.first}>
      <Button size="lg" leftSection={<IconPlayerPlay size={20} aria-hidden />} loading={isPending} onClick={onStart}>
        Run test login
      </Button>
      <Text c="dimmed" maw={520} ta="center">
        A window opens with the identity provider’s own sign-in page. Sign in as the person to test. The response is
        caught before it leaves this computer: no session, no account, no password is kept.
      </Text>
    </div>
  )
}

/** Beside the verdict of an earlier run. */
export function RunAgain({ isPending, onStart }: StartTestProps) {
  return (
    <Button size="xs" leftSection={<IconPlayerPlay size={15} aria-hidden />} loading={isPending} onClick={onStart}>
      Run test login again
    </Button>
  )
}
