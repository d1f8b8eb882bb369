import type { SamlFault } from '../fault.ts'

export const errorPage: SamlFault = { endsInPage: true }
