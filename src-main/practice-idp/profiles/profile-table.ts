import { adFs } from './ad-fs.ts'
import { entra } from './entra.ts'
import { googleWorkspace } from './google-workspace.ts'
import { okta } from './okta.ts'
import type { Profile } from './profile.ts'
import { shibboleth } from './shibboleth.ts'

/** The makes that have a tenant beside the plain one. */
export const profileTable: readonly Profile[] = [okta, entra, googleWorkspace, adFs, shibboleth]
