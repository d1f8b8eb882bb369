/** The token stands in the path, so that no form carries it on. */
export const LINK_PATH = '/sign-in/link'

export const linkAddress = (publicUrl: string, token: string): string => `${publicUrl}${LINK_PATH}/${token}`
