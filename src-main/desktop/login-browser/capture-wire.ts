import type { WebContents } from 'electron'
import { z } from 'zod'

const FrameTree = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) })
const MAXIMUM_POST_BYTES = 4_000_000

export type WireListener = (method: string, params: unknown, mainFrame: string) => void

/**
 * Listens to what a page asks for, redirects too, without touching it. The contents must have loaded `about:blank`:
 * on a view that has loaded nothing, Network.enable never answers.
 */
export async function captureWire({ debugger: wire }: WebContents, listen: WireListener): Promise<void> {
  wire.attach('1.3')
  const { frameTree } = FrameTree.parse(await wire.sendCommand('Page.getFrameTree'))
  wire.on('message', (_event, method, params) => listen(method, params, frameTree.frame.id))
  await wire.sendCommand('Network.enable', { maxPostDataSize: MAXIMUM_POST_BYTES })
}
