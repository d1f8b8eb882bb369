import { Input, SegmentedControl, Text } from '@mantine/core'
import { Intake } from '#shared/model/connection.ts'

interface ProtocolChoiceProps {
  readonly value: Intake['protocol']
  readonly onChange: (protocol: Intake['protocol']) => void
}

/** What each costs to set up, and when to choose it (S08). */
const guidance: Readonly<Record<Intake['protocol'], string>> = {
  saml: 'Certificates and metadata change hands once; certificates expire and must be replaced. Choose it where the customer’s IT asks for SAML, or wants sign-in from its launcher.',
  oidc: 'A client ID and a secret change hands; keys renew themselves, secrets expire. Choose it where the identity provider is in the cloud, and for Google sign-in.',
}

export function ProtocolChoice({ value, onChange }: ProtocolChoiceProps) {
  return (
    <Input.Wrapper label="Protocol" labelElement="div">
      <div>
        <SegmentedControl
          aria-label="Protocol"
          data={[
            { value: 'saml', label: 'SAML' },
            { value: 'oidc', label: 'OpenID Connect' },
          ]}
          value={value}
          onChange={(protocol) => onChange(Intake.shape.protocol.parse(protocol))}
        />
      </div>
      <Text fz="xs" c="dimmed" mt={4} aria-live="polite">
        {guidance[value]}
      </Text>
    </Input.Wrapper>
  )
}
