import { z } from 'zod'
import { domainPattern } from './domain-pattern.ts'

const isIpAddress = (value: string) => /^\d+(\.\d+){3}$/.test(value)
const labelsFit = (value: string) => value.length <= 253 && value.split('.').every((label) => label.length <= 63)

export const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(domainPattern, 'Enter a domain such as example.com, without @ or https://.')
  .refine((value) => !isIpAddress(value), 'An IP address is not an e-mail domain.')
  .refine(labelsFit, 'A part of the domain is longer than 63 characters.')
export type Domain = z.infer<typeof Domain>
