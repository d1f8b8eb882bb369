import type { Connection } from '../connections/connection.ts'

export const GOOGLE_ISSUER = 'https://accounts.google.com'

/** Everyone has a Google account: only `hd` says that one belongs to an organisation. */
export const isGoogle = ({ issuer }: Pick<Connection, 'issuer'>): boolean => issuer === GOOGLE_ISSUER
