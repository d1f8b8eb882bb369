import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { AppInfo } from '#shared/ipc/app.ts'
import type { Severity } from '#shared/model/finding.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { useSecretsActions } from '../../lib/queries/app.ts'
import { askForPassphrase } from '../../lib/secrets/passphrase-request.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'

interface SecretsWords {
  readonly severity: Severity
  readonly word: string
  readonly text: string
}

const words: Readonly<Record<AppInfo['secrets'], SecretsWords>> = {
  system: {
    severity: 'passed',
    word: 'Kept by the system',
    text: 'Private keys are sealed by this computer’s keychain. They never reach this window.',
  },
  'passphrase-unlocked': {
    severity: 'passed',
    word: 'Unlocked',
    text: 'This computer has no keychain, so your passphrase protects the private keys. It is asked for once per start.',
  },
  'passphrase-locked': {
    severity: 'info',
    word: 'Locked',
    text: 'Your passphrase protects the private keys. It is asked for when one is needed.',
  },
  'passphrase-unset': {
    severity: 'info',
    word: 'No passphrase yet',
    text: 'This computer has no keychain. A passphrase is asked for when the first private key is made.',
  },
  lost: {
    severity: 'error',
    word: 'Lost',
    text: 'There are sealed private keys, but nothing that opens them any more.',
  },
}

/** Where private keys are kept, and how to get at them again. */
export function SecretsSection({ secrets }: { secrets: AppInfo['secrets'] }) {
  const { severity, word, text } = words[secrets]
  const { replaceLost } = useSecretsActions()
  return (
    <Section title="Private keys" text={text} aside={<SeverityBadge severity={severity}>{word}</SeverityBadge>}>
      {secrets === 'passphrase-locked' && (
        <div>
          <Button variant="default" onClick={() => void askForPassphrase('locked')}>
            Unlock
          </Button>
        </div>
      )}
      {secrets === 'passphrase-unset' && (
        <div>
          <Button variant="default" onClick={() => void askForPassphrase('unset')}>
            Set a passphrase
          </Button>
        </div>
      )}
      {secrets === 'lost' && (
        <>
          <ProblemAlert problem={problem('secrets.lost')} />
          <div>
            <Button
              variant="default"
              loading={replaceLost.isPending}
              onClick={() => confirmReplacing(() => replaceLost.ask(undefined))}
            >
              Begin with new keys
            </Button>
          </div>
          {replaceLost.problem && <ProblemAlert problem={replaceLost.problem} />}
        </>
      )}
    </Section>
  )
}

/** Asked first, for the app cannot undo it by itself. */
function confirmReplacing(onConfirm: () => void): void {
  modals.openConfirmModal({
    title: 'Begin with new keys?',
    children: (
      <Text>
        The old keys are set aside, not deleted. Service providers made on this computer have to be generated and handed
        over again.
      </Text>
    ),
    labels: { confirm: 'Begin with new keys', cancel: 'Cancel' },
    onConfirm,
  })
}
