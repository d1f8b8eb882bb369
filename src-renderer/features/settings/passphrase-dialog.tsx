import { Modal } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { passphraseRequest } from '../../lib/secrets/passphrase-request.ts'
import { PassphraseForm } from './passphrase-form.tsx'

const titles = { locked: 'Unlock the private keys', unset: 'Set a passphrase' }

/** Appears when something needs the private keys and they are locked; what was asked for goes on afterwards. */
export function PassphraseDialog() {
  const request = useSyncExternalStore(passphraseRequest.subscribe, passphraseRequest.current)
  return (
    <Modal
      opened={request !== null}
      onClose={() => passphraseRequest.answer(false)}
      title={request && titles[request.reason]}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {request && <PassphraseForm reason={request.reason} onUnlocked={() => passphraseRequest.answer(true)} />}
    </Modal>
  )
}
