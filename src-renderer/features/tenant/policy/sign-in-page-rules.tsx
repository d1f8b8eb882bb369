import { Radio, Stack, Switch } from '@mantine/core'
import { OrganisationPolicy } from '#shared/model/organisation-policy.ts'
import { Section } from '../../../ui/page/section.tsx'
import type { RulesProps } from './rules-props.ts'

const { enforcementScope, ssoRedirectUrl } = OrganisationPolicy.shape

export function SignInPageRules({ policy, onChange }: RulesProps) {
  return (
    <Section title="Sign-in page">
      <Stack gap="md">
        <Switch
          label="Offer a password beside single sign-on"
          description="While single sign-on is not enforced."
          checked={policy.passwordBesideSso}
          onChange={(event) => onChange({ passwordBesideSso: event.currentTarget.checked })}
        />
        <Radio.Group
          label="Whom enforcement concerns"
          value={policy.enforcementScope}
          onChange={(value) => onChange({ enforcementScope: enforcementScope.parse(value) })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="matching-domains" label="People with an address of a connection’s domains" />
            <Radio value="all-members" label="Every member" />
          </Stack>
        </Radio.Group>
        <Radio.Group
          label="Where a refused password is sent"
          value={policy.ssoRedirectUrl}
          onChange={(value) => onChange({ ssoRedirectUrl: ssoRedirectUrl.parse(value) })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="start-url" label="To the start address of the connection" />
            <Radio value="idp-url" label="Straight to the identity provider’s sign-in URL" />
          </Stack>
        </Radio.Group>
      </Stack>
    </Section>
  )
}
