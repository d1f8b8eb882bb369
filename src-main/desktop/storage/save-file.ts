import { writeFile } from 'node:fs/promises'
import type { BrowserWindow, Dialog, SaveDialogOptions } from 'electron'
import { InputRefused } from '#shared/problems/input-refused.ts'

/** Asks where. @returns null where the person cancels */
export async function askWhere(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow | undefined,
  options: SaveDialogOptions,
): Promise<string | null> {
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return canceled || filePath === '' ? null : filePath
}

/** @throws {InputRefused} desktop.file-not-written */
export async function writeOrRefuse(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content)
  } catch (cause) {
    throw new InputRefused('desktop.file-not-written', null, { cause, detail: path })
  }
}

/** A person's words as part of a file's name on any system. */
export const fileName = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60) || 'connection'
