/**
 * Fetches the official Electron into the electron package's own cache, with its own rules for mirrors, proxies and
 * checksums, but never waits for a release host that is silent. A program of its own, so that a proxy set for it stays here.
 * Arguments: the electron package's folder, and how many milliseconds the host may take for its first answer and
 * between two pieces. Prints the reason on stderr and exits 1 when there is nothing to fetch.
 */
import { createWriteStream, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'

const [folder = '', firstAnswerWithin = '', nextBytesWithin = ''] = process.argv.slice(2)
const env = process.env
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

try {
  const entry = createRequire(join(folder, 'package.json')).resolve('@electron/get')
  const { downloadArtifact } = await import(pathToFileURL(entry).href)
  await downloadArtifact({
    version: read('package.json').version,
    artifactName: 'electron',
    platform: env.npm_config_platform ?? process.platform,
    arch: env.npm_config_arch ?? process.arch,
    cacheRoot: env.electron_config_cache,
    checksums: remoteChecksums() ? undefined : read('checksums.json'),
    downloader: { download },
  })
} catch (error) {
  console.error(reason(error))
  process.exitCode = 1
}

function remoteChecksums() {
  return Boolean(env.electron_use_remote_checksums || env.npm_config_electron_use_remote_checksums)
}

/**
 * @param {string} url
 * @param {string} file
 */
async function download(url, file) {
  const silence = new AbortController()
  const host = new URL(url).host
  const wait = (/** @type {number} */ time) =>
    setTimeout(() => silence.abort(new Error(`${host} was silent for ${time / 1000} s`)), time)
  let timer = wait(Number(firstAnswerWithin))
  try {
    const response = await fetch(url, { signal: silence.signal })
    if (!response.ok || !response.body) throw new Error(`${host} answered ${response.status}`)
    await mkdir(dirname(file), { recursive: true })
    const body = Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body))
    body.on('data', () => {
      clearTimeout(timer)
      timer = wait(Number(nextBytesWithin))
    })
    await pipeline(body, createWriteStream(file), { signal: silence.signal })
  } catch (error) {
    throw silence.signal.aborted ? silence.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}

/** @param {unknown} error fetch hides the network's own words in `cause` */
function reason(error) {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
