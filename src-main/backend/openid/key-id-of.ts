/** `kid` of a token, believed or not: it decides only whether the keys are fetched anew. */
export function keyIdOf(token: string | undefined): string | undefined {
  const [header = ''] = token?.split('.', 1) ?? []
  const { kid } = parseObject(Buffer.from(header, 'base64url'))
  return typeof kid === 'string' ? kid : undefined
}

/** Empty where it is no JSON object. */
export function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
