/** Where the wizard is; the token stands in the path, so that it works in any browser and on a telephone. */
export const SETUP_PATH = '/setup'

export const setupAddress = (publicUrl: string, token: string): string => `${publicUrl}${SETUP_PATH}/${token}`
