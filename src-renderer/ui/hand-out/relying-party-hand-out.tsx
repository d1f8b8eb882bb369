import type { ProviderId } from '#shared/model/provider-id.ts'
import type { PublishedRelyingParty } from '#shared/model/published-relying-party.ts'
import { openidPresetOf } from '#shared/providers/openid-preset.ts'
import { CopyValue } from '../values/copy-value.tsx'
import { ValueRows } from '../values/value-rows.tsx'

interface RelyingPartyHandOutProps {
  readonly relyingParty: PublishedRelyingParty
  readonly provider: ProviderId
}

/** The tenant backend's addresses, in the words of the provider's console with the standard's beside. */
export function RelyingPartyHandOut({ relyingParty, provider }: RelyingPartyHandOutProps) {
  const { labels } = openidPresetOf(provider)
  const row = (label: string, alias: string, value: string) => ({
    label,
    alias,
    value: <CopyValue value={value} what={label} />,
  })
  return (
    <ValueRows
      rows={[
        row(labels.redirectUri, 'redirect_uri', relyingParty.redirectUri),
        ...(labels.postLogoutRedirectUri === null
          ? []
          : [row(labels.postLogoutRedirectUri, 'post_logout_redirect_uri', relyingParty.postLogoutRedirectUri)]),
        row('Back-channel logout URL', 'backchannel_logout_uri', relyingParty.backchannelLogoutUrl),
        row('Sign-in page of the application', 'initiate_login_uri', relyingParty.initiateLoginUrl),
      ]}
    />
  )
}
