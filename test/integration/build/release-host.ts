import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { storedZip } from './stored-zip.ts'

export interface ReleaseHost {
  /** As ELECTRON_MIRROR wants it: with the slash at its end. */
  readonly mirror: string
  readonly asked: readonly string[]
  readonly close: () => void
}

export async function startReleaseHost(answer: RequestListener): Promise<ReleaseHost> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { mirror: `http://127.0.0.1:${port}/`, asked, close: () => void server.close().closeAllConnections() }
}

/** Publishes a "release" whose Electron is a line of text, with its checksums beside it as the real host has. */
export function publishing(version: string): RequestListener {
  const archive = storedZip({ electron: '#!/bin/sh\n', version, 'resources/default_app.asar': '' })
  const digest = createHash('sha256').update(archive).digest('hex')
  return (request, response) => {
    if (request.url?.endsWith('/SHASUMS256.txt')) response.end(`${digest} *electron-v${version}-linux-x64.zip\n`)
    else if (request.url?.endsWith('.zip')) response.end(archive)
    else response.writeHead(404).end()
  }
}

/** Answers at once, sends a little of the file, and then no more. */
export const stalling: RequestListener = (_request, response) => {
  response.writeHead(200, { 'Content-Length': 100_000_000 }).write(Buffer.alloc(1000))
}

export const silent: RequestListener = () => {}

export const withoutTheFile: RequestListener = (_request, response) => void response.writeHead(404).end()
