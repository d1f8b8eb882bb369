import { z } from 'zod'
import { parseEmailAddress } from './email-address.ts'

/** Trimmed, in lower case: addresses that differ in case alone are one person's. */
export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .refine((email) => parseEmailAddress(email) !== undefined, 'Enter an e-mail address such as owner@example.com.')
