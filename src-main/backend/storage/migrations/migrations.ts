import type { Migration } from 'kysely'
import * as firstForm from './0001-first-form.ts'
import * as provisioning from './0002-provisioning.ts'
import * as administration from './0003-administration.ts'
import * as signIn from './0004-sign-in.ts'
import * as setupLinks from './0005-setup-links.ts'
import * as openid from './0006-openid.ts'
import * as scim from './0007-scim.ts'
import * as authentication from './0008-authentication.ts'
import * as directories from './0009-directories.ts'

/** In order of their names. A released one is never changed: add another. */
export const migrations: Record<string, Migration> = {
  '0001-first-form': firstForm,
  '0002-provisioning': provisioning,
  '0003-administration': administration,
  '0004-sign-in': signIn,
  '0005-setup-links': setupLinks,
  '0006-openid': openid,
  '0007-scim': scim,
  '0008-authentication': authentication,
  '0009-directories': directories,
}
