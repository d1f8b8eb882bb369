import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from '@fastify/helmet'
import { type FastifyInstance, type FastifyReply, fastify } from 'fastify'
import type { Random } from '../installation.ts'

/** Stand where the nonces of a page will. */
const PLACES = { script: 'script-nonce', style: 'style-nonce' }
const POLICY = 'content-security-policy'
const NONCE_BYTES = 16

/**
 * No script but our own with the response's nonce, no frame, no foreign content. `form-action` names schemes and not hosts:
 * Chrome applies it to the redirects that follow a form, and they lead to identity providers.
 */
const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: [`'nonce-${PLACES.script}'`],
  styleSrc: [`'nonce-${PLACES.style}'`],
  imgSrc: ['data:'],
  formAction: ["'self'", 'https:', 'http://127.0.0.1:*', 'http://localhost:*'],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

/**
 * On every answer, errors included. A page that reads `reply.cspNonce` gets nonces of its own; nothing else allows any script
 * or style at all.
 */
export async function addSecurityHeaders(
  server: FastifyInstance,
  { secure, random }: { secure: boolean; random: Random },
): Promise<void> {
  const { [POLICY]: policy = '', ...fixed } = await headersOf(secure)
  const withoutPages = policy.replace(`'nonce-${PLACES.script}'`, "'none'").replace(`'nonce-${PLACES.style}'`, "'none'")
  const headers = Object.entries({ ...fixed, [POLICY]: withoutPages, 'cache-control': 'no-store' })
  server.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) reply.header(name, value)
    done()
  })
  const nonce = () => Buffer.from(random(NONCE_BYTES)).toString('hex')
  server.decorateReply('cspNonce', {
    getter(this: FastifyReply) {
      const nonces = { script: nonce(), style: nonce() }
      this.header(POLICY, policy.replace(PLACES.script, nonces.script).replace(PLACES.style, nonces.style))
      return nonces
    },
  })
}

/** What helmet answers, asked once: making the same headers anew costs as much as the rest of a redirect. */
async function headersOf(secure: boolean): Promise<Record<string, string>> {
  const asked = fastify()
  await asked.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    xFrameOptions: { action: 'deny' },
    // "no-referrer" would make browsers send "Origin: null" with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
  const headers = new Promise<Record<string, string>>((resolve) => {
    asked.get('/', async (_request, reply) => {
      resolve(Object.fromEntries(Object.entries(reply.raw.getHeaders()).map(([name, text]) => [name, String(text)])))
      return ''
    })
  })
  await asked.ready()
  // By hand, for `inject` needs a module that the app's runtime cannot load.
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url: '/' })
  asked.routing(request, new ServerResponse(request))
  await headers
  await asked.close()
  return headers
}
