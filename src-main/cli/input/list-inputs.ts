import { statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { UsageError } from '../process/usage-error.ts'

export interface Inputs {
  /** Paths, addresses or `-`, in the order given; what a folder or pattern stands for is sorted. */
  readonly files: readonly string[]
  /** How many there are was not for the caller to count: a folder or a pattern was given, or more than one file. */
  readonly several: boolean
}

/**
 * What stands on the command line: files as they are, each folder as the files in it (hidden ones left out), each pattern
 * (`*`, `**`, `?`, `[…]`, `{…}`) as the files it fits. A file of that very name comes before a pattern.
 * @throws {UsageError} where a folder or pattern holds no file
 */
export async function listInputs(words: readonly string[]): Promise<Inputs> {
  const files: string[] = []
  let several = words.length > 1
  for (const word of words) {
    const kind = kindOf(word)
    if (kind === 'file') files.push(word)
    else {
      several = true
      files.push(...(kind === 'folder' ? await filesIn(word) : await filesLike(word)))
    }
  }
  return { files, several }
}

function kindOf(word: string): 'file' | 'folder' | 'pattern' {
  if (word === '-' || /^[a-z][a-z0-9+.-]*:\/\//i.test(word)) return 'file'
  try {
    return statSync(word).isDirectory() ? 'folder' : 'file'
  } catch {
    return /[*?[{]/.test(word) ? 'pattern' : 'file'
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await search('**', folder)
  if (found.length === 0) throw new UsageError(`${folder} is a folder without files.`)
  return found.map((name) => `${folder.replace(/[\\/]+$/, '')}/${name}`)
}

async function filesLike(pattern: string): Promise<string[]> {
  // Windows users write their separator; elsewhere a backslash takes a sign its meaning.
  const found = await search(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern, undefined)
  if (found.length === 0) throw new UsageError(`No file fits ${pattern}.`)
  return found
}

async function search(pattern: string, folder: string | undefined): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const found = await glob([pattern], {
    ...(folder !== undefined && { cwd: folder }),
    expandDirectories: false,
    absolute: isAbsolute(pattern),
  })
  return found.toSorted()
}
