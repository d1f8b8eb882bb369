export const SCIM_TYPE = 'application/scim+json; charset=utf-8'
