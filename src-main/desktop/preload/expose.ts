import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { type BridgeOutline, channelOf, OUTLINE_SWITCH } from '#shared/ipc/channel.ts'

/** Puts the contract that this window was opened with into its page. The page gets functions, never `ipcRenderer`. */
export function expose(switches: readonly string[]): void {
  const handedOver = switches.find((each) => each.startsWith(OUTLINE_SWITCH))
  if (!handedOver) return
  const outline: BridgeOutline = JSON.parse(atob(handedOver.slice(OUTLINE_SWITCH.length)))
  const features = Object.entries(outline.features).map(([feature, members]) => {
    const functions = Object.entries(members).map(([name, kind]) => {
      const channel = channelOf(feature, name)
      return [name, makers[kind](channel)]
    })
    return [feature, Object.fromEntries(functions)]
  })
  contextBridge.exposeInMainWorld(outline.global, Object.fromEntries(features))
}

/** Only what a person chose or dropped has a place on the disk; for any other thing this throws, or says it has none. */
const callingWithFile = (channel: string) => (file: File) =>
  ipcRenderer.invoke(channel, { path: webUtils.getPathForFile(file) })

const calling = (channel: string) => (input?: unknown) => ipcRenderer.invoke(channel, input)

const listening = (channel: string) => (listen: (payload: unknown) => void) => {
  const receive = (_event: unknown, payload: unknown) => listen(payload)
  ipcRenderer.on(channel, receive)
  return () => {
    ipcRenderer.off(channel, receive)
  }
}

const makers = { call: calling, 'file-call': callingWithFile, event: listening } as const
