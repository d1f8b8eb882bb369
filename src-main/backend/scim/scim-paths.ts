export const SCIM_PATH = '/scim/v2'
export const USERS_PATH = `${SCIM_PATH}/Users`
export const GROUPS_PATH = `${SCIM_PATH}/Groups`

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group'
