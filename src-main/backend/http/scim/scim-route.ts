/** Which key opens it; the admin API's own routes say the same of themselves. */
export const scimOnly = { config: { route: { scope: 'scim' } } } as const
