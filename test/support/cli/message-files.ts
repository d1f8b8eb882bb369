import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ACS, IDP, REQUEST, SP } from '../saml/response-message.ts'

/** A folder of files for the command line to read. */
export interface MessageFiles {
  readonly folder: string
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>
  readonly remove: () => Promise<void>
}

export async function messageFiles(): Promise<MessageFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-cli-'))
  return {
    folder,
    write: async (name, content) => {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Everything the sound message is judged against but the trust. */
export const soundOptions = [
  ...['--idp-entity-id', IDP, '--sp-entity-id', SP, '--acs-url', ACS],
  ...['--request-id', REQUEST, '--at', '2026-06-01T12:00:00Z'],
]
