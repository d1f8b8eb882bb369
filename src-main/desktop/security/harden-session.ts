import type { Session } from 'electron'

/** Pages get nothing of the computer: no permission, no device, no download, no dictionary fetched from the network. */
export function hardenSession(session: Session, report: (what: string, url: string) => void): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    report(`permission refused: ${permission}`, requestingUrl)
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    event.preventDefault()
    report('download refused', item.getURL())
  })
  for (const choice of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    // Without a listener the first device could be chosen by default in some versions; an empty answer chooses none.
    session.on(choice as 'select-hid-device', (event, _details, choose) => {
      event.preventDefault()
      choose('')
    })
  }
}
