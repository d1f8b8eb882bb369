import type { IpcMainInvokeEvent, WebFrameMain } from 'electron'
import type { Channels } from '#main/desktop/ipc/serve.ts'

type Listener = Parameters<Channels['handle']>[1]

/** A frame as Electron describes the sender of a message. */
export const aFrame = (url: string, parent: WebFrameMain | null = null) =>
  ({ url, origin: url, parent }) as WebFrameMain

/** The channels of one window, and a way to send on them as any frame. */
export function fakeChannels() {
  const listeners = new Map<string, Listener>()
  const channels: Channels = {
    handle: (channel, listener) => void listeners.set(channel, listener),
    removeHandler: (channel) => void listeners.delete(channel),
  }
  const send = async (
    channel: string,
    input?: unknown,
    senderFrame: WebFrameMain | null = aFrame('app://claimcheck/'),
  ) => {
    const listener = listeners.get(channel)
    if (!listener) throw new Error(`No handler registered for '${channel}'`)
    return listener({ senderFrame } as IpcMainInvokeEvent, input)
  }
  return { channels, send, served: () => [...listeners.keys()] }
}
