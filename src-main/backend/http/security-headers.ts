import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * No script but our own with the response's nonce, no frame, no foreign content. `form-action` names schemes and not hosts:
 * Chrome applies it to the redirects that follow a form, and they lead to identity providers.
 */
export async function addSecurityHeaders(server: FastifyInstance, secure: boolean): Promise<void> {
  await server.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [],
        styleSrc: [],
        imgSrc: ['data:'],
        formAction: ["'self'", 'https:', 'http://127.0.0.1:*', 'http://localhost:*'],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // "no-referrer" would make browsers send "Origin: null" with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
  server.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
