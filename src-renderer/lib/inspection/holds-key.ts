import type { InspectedKind, Inspection } from '#shared/model/inspection.ts'

const keys: readonly InspectedKind[] = ['private-key', 'pkcs12']

/** Whether what was given holds a private key, sealed or not: then nothing of it is kept, on screen or in memory. */
export const holdsKey = ({ kind, parts, findings }: Inspection): boolean =>
  [kind, ...parts.map((part) => part.kind)].some((one) => keys.includes(one)) ||
  findings.some(({ code, severity }) => severity === 'error' && /private-key/.test(code))
