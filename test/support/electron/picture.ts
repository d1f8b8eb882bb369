import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { projectRoot } from '#build/runtime/locate.mjs'

const folder = join(projectRoot, 'test-output', 'pictures')

/** A window of views as a person sees it, one below the other, kept for whoever looks at the tests' output. */
export async function keepWindowPicture(electron: ElectronApplication, title: string, name: string): Promise<void> {
  const png = await electron.evaluate(async ({ BaseWindow, nativeImage }, title) => {
    const window = BaseWindow.getAllWindows().find((each) => each.getTitle() === title)
    const views = (window?.contentView.children ?? []) as Electron.WebContentsView[]
    // Where our own page fills the window it hides the foreign one.
    const last = views.at(-1)
    const isFilled = last?.getBounds().height === window?.getContentBounds().height
    const sorted = isFilled && last ? [last] : [...views].sort((a, b) => a.getBounds().y - b.getBounds().y)
    const pictures = await Promise.all(sorted.map((view) => view.webContents.capturePage()))
    const width = pictures[0]?.getSize().width ?? 0
    const height = pictures.reduce((sum, picture) => sum + picture.getSize().height, 0)
    const pixels = Buffer.concat(pictures.map((picture) => picture.toBitmap()))
    return nativeImage.createFromBitmap(pixels, { width, height }).toPNG().toString('base64')
  }, title)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), Buffer.from(png, 'base64'))
}
