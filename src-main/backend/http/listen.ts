import type { FastifyInstance } from 'fastify'
import { BackendRefused } from '../backend-refused.ts'

/** @returns the port. @throws {BackendRefused} `port-taken` */
export async function listenOn(
  server: FastifyInstance,
  { host, port }: { host: string; port: number },
): Promise<number> {
  try {
    await server.listen({ host, port })
  } catch (cause) {
    await server.close()
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE' || code === 'EACCES') throw new BackendRefused('port-taken', { cause })
    throw cause
  }
  const [address] = server.addresses()
  return typeof address === 'object' ? address.port : port
}
