import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import * as x509 from '@peculiar/x509'
import { onTestFinished } from 'vitest'

/** Serves on a free port of 127.0.0.1 until the test is over. @returns the origin, without a slash */
export async function serve(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(answer))}`
}

export async function serveTls(certificate: ServerCertificate, answer: RequestListener): Promise<string> {
  return `https://127.0.0.1:${await listen(createTlsServer(certificate, answer))}`
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

export interface ServerCertificate {
  readonly key: string
  readonly cert: string
}

/** Self-signed, valid for a day unless said otherwise. */
export async function makeServerCertificate(
  host: { type: 'ip' | 'dns'; value: string } = { type: 'ip', value: '127.0.0.1' },
  notAfter = new Date(Date.now() + 86_400_000),
): Promise<ServerCertificate> {
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify'])
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(8).toString('hex'),
    name: 'CN=loopback',
    notBefore: new Date(notAfter.getTime() - 2 * 86_400_000),
    notAfter,
    signingAlgorithm,
    keys,
    extensions: [new x509.SubjectAlternativeNameExtension([host])],
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return { key: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----`, cert: made.toString('pem') }
}
