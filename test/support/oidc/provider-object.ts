import { isRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'

/** The discovery document as the relying party keeps it. */
export function providerObject(discovery: Uint8Array) {
  const read = readJsonDocument(discovery, 'discovery')
  if (isRefusal(read)) throw new Error(read.kind)
  return read.object
}
