import { type Installation, openTenant, type Tenant } from '../installation.ts'
import { linkAddress } from '../links/link-address.ts'
import { linkMail, singleSignOnMail } from '../mail/link-mail.ts'
import { writeMail } from '../mail/write-mail.ts'
import { ssoDemand } from '../policy/sso-demand.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import { LINK_MINUTES, minutesLater } from './lifetimes.ts'

/** One person may belong to several organisations; each writes a mail of its own. */
const MOST_ORGANISATIONS = 5

/**
 * Writes a link to each organisation where this address has an account or an open invitation. Runs after the page was
 * answered, so that neither its words nor its time tell whether there is one.
 * @param email a well-formed address
 */
export async function requestLinks(installation: Installation, email: string, now: Date): Promise<void> {
  const address = email.toLowerCase()
  const { directory } = installation
  for (const id of await directory.tenantsOfAddress(address, now.toISOString(), MOST_ORGANISATIONS)) {
    await writeLink(openTenant(installation, id), address, now)
  }
}

async function writeLink(tenant: Tenant, email: string, now: Date): Promise<void> {
  const demand = await ssoDemand(tenant, email, 'mail', now)
  const token = tokenText(tenant.random(TOKEN_BYTES))
  const expiresAt = minutesLater(now, LINK_MINUTES)
  await tenant.stores.inTransaction(async (stores) => {
    const { name: organisation } = await stores.organisation.read()
    const to = { to: email, organisation }
    const mail =
      demand === undefined
        ? linkMail({ ...to, url: linkAddress(tenant.publicUrl, token), minutes: LINK_MINUTES })
        : singleSignOnMail({ ...to, url: demand.ssoRedirectUrl })
    if (demand === undefined) {
      const createdAt = now.toISOString()
      await stores.signInLinks.put({
        tokenSha256: tokenSha256(token),
        email,
        createdAt,
        expiresAt: expiresAt.toISOString(),
      })
    }
    await writeMail(stores, tenant, mail, { now, expiresAt })
  })
}
