import type { IpcMain, WebFrameMain } from 'electron'
import { ipcMain } from 'electron'
import { channelOf } from '#shared/ipc/channel.ts'
import type { Contract, MainHandlers } from '#shared/ipc/declare.ts'
import { answerCall, type Report } from './answer-call.ts'

/** The channels of one window: nothing that another web contents sends arrives here. */
export type Channels = Pick<IpcMain, 'handle' | 'removeHandler'>

export interface Served<C extends Contract> {
  readonly contract: C
  readonly handlers: MainHandlers<C>
  /** Whether a page at this address is ours. */
  readonly isOurs: (url: string) => boolean
  readonly report: Report
}

type Handler = (input: never) => Promise<unknown>

/**
 * Mounts a contract on the channels of one window. Only the top frame of a page of ours is answered: a frame inside it,
 * or what another page put in its place, is refused without a word about why.
 */
export function serve<C extends Contract>(channels: Channels, served: Served<C>): void {
  for (const [feature, members] of Object.entries(served.contract)) {
    const handlers = served.handlers[feature as keyof C] as Record<string, Handler>
    for (const [name, member] of Object.entries(members)) {
      if (member.kind !== 'call') continue
      const handle = handlers[name]
      if (!handle) throw new Error(`No handler for ${feature}.${name}`)
      const report: Report = (what, cause) => served.report(`${feature}.${name} ${what}`, cause)
      channels.handle(channelOf(feature, name), (event, input) => {
        if (mayAsk(event.senderFrame, served.isOurs)) return answerCall(member, handle, input, report)
        report('refused: the sender is not ours', event.senderFrame?.origin)
        throw new Error('refused')
      })
    }
  }
}

function mayAsk(frame: WebFrameMain | null, isOurs: (url: string) => boolean): boolean {
  return frame !== null && frame.parent === null && isOurs(frame.url)
}

/** Packages may listen on the channels that every web contents shares. Ours does not, so nothing shall. */
export function closeSharedChannels(): void {
  ipcMain.removeAllListeners()
}
