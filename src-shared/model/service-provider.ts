import { z } from 'zod'
import { CertificateSummary } from './certificate.ts'

/** The application's side, ready to hand over to the identity provider (S04). Its private key stays where it was made. */
export const ServiceProvider = z.object({
  entityId: z.string().min(1),
  acsUrl: z.url(),
  signOutUrl: z.url().nullable(),
  certificate: CertificateSummary,
  metadataXml: z.string(),
})
export type ServiceProvider = z.infer<typeof ServiceProvider>
