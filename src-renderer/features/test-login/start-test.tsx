import { Button, Group, Text } from '@mantine/core'
import { IconExternalLink, IconPlayerPlay } from '@tabler/icons-react'
import styles from './start-test.module.css'

interface StartTestProps {
  readonly isPending: boolean
  readonly onStart: () => void
  /** In the system's own browser; undefined where its answer could not come back to this app. */
  readonly onSystem: (() => void) | undefined
  /** The provider shows an error page in windows of other programs. */
  readonly refusesWindow: boolean
}

/** The one thing to do here before the first run. */
export function StartTest({ isPending, onStart, onSystem, refusesWindow }: StartTestProps) {
  return (
    <div className={styles.first}>
      <Group justify="center">
        <Button size="lg" leftSection={<IconPlayerPlay size={20} aria-hidden />} loading={isPending} onClick={onStart}>
          Run test login
        </Button>
        {onSystem && (
          <Button
            size="lg"
            variant="default"
            leftSection={<IconExternalLink size={20} aria-hidden />}
            disabled={isPending}
            onClick={onSystem}
          >
            In the system’s browser
          </Button>
        )}
      </Group>
      <Text c="dimmed" maw={520} ta="center">
        A window opens with the identity provider’s own sign-in page. Sign in as the person to test. The response is
        caught before it leaves this computer: no session, no account, no password is kept.
      </Text>
      {refusesWindow && (
        <Text c="dimmed" maw={520} ta="center">
          This provider may refuse windows of other programs.{' '}
          {onSystem
            ? 'If it does, use the system’s browser.'
            : 'If it does, register http://127.0.0.1 with a path as redirect URI as well, and use the system’s browser.'}
        </Text>
      )}
    </div>
  )
}

/** Beside the verdict of an earlier run. */
export function RunAgain({ isPending, onStart, onSystem }: StartTestProps) {
  return (
    <>
      <Button size="xs" leftSection={<IconPlayerPlay size={15} aria-hidden />} loading={isPending} onClick={onStart}>
        Run test login again
      </Button>
      {onSystem && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconExternalLink size={15} aria-hidden />}
          disabled={isPending}
          onClick={onSystem}
        >
          In the system’s browser
        </Button>
      )}
    </>
  )
}
