import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { expect, test, vi } from 'vitest'
import { hardenSession } from '#main/desktop/security/harden-session.ts'

function hardened() {
  const handlers: Record<string, (...all: unknown[]) => unknown> = {}
  const keep = (name: string) => (handler: (...all: unknown[]) => unknown) => {
    handlers[name] = handler
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: vi.fn(),
  })
  hardenSession(session as unknown as Session, vi.fn())
  return { session, handlers }
}

test('refuses every permission, asked for or looked up', () => {
  const { handlers } = hardened()
  for (const permission of [
    'media',
    'notifications',
    'clipboard-read',
    'geolocation',
    'openExternal',
    'anything-new',
  ]) {
    const answer = vi.fn()
    handlers.request?.({}, permission, answer, { requestingUrl: 'https://idp.example/' })
    expect(answer).toHaveBeenCalledWith(false)
    expect(handlers.check?.({}, permission)).toBe(false)
  }
  expect(handlers.device?.({})).toBe(false)
})

test('chooses no device, saves no download, fetches no dictionary', () => {
  const { session } = hardened()
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device']) {
    const [preventDefault, choose] = [vi.fn(), vi.fn()]
    session.emit(event, { preventDefault }, {}, choose)
    expect(preventDefault).toHaveBeenCalled()
    expect(choose).toHaveBeenCalledWith('')
  }
  const preventDefault = vi.fn()
  session.emit('will-download', { preventDefault }, { getURL: () => 'https://idp.example/x.exe' })
  expect(preventDefault).toHaveBeenCalled()
  expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false)
})
