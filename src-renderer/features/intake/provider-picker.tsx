import { Radio, Text } from '@mantine/core'
import type { Intake } from '#shared/model/connection.ts'
import type { ProviderId } from '#shared/model/provider-id.ts'
import { ProviderId as ProviderIds } from '#shared/model/provider-id.ts'
import { providers } from '#shared/providers/provider-catalogue.ts'
import styles from './provider-picker.module.css'

interface ProviderPickerProps {
  readonly value: ProviderId
  readonly protocol: Intake['protocol']
  readonly onChange: (provider: ProviderId) => void
}

/** Which product the identity provider is: its words are used from here on. Only those that speak the protocol. */
export function ProviderPicker({ value, protocol, onChange }: ProviderPickerProps) {
  return (
    <Radio.Group
      label="Identity provider"
      description="The console’s own field names are shown for it"
      value={value}
      onChange={(id) => onChange(ProviderIds.parse(id))}
    >
      <div className={styles.grid}>
        {ProviderIds.options
          .filter((id) => speaks(id, protocol))
          .map((id) => (
            <Radio.Card key={id} value={id} className={styles.card}>
              <span className={styles.mark} aria-hidden>
                {providers[id].initials}
              </span>
              <Text span className={styles.name}>
                {providers[id].name}
              </Text>
              <Radio.Indicator size="xs" />
            </Radio.Card>
          ))}
      </div>
    </Radio.Group>
  )
}

export const speaks = (id: ProviderId, protocol: Intake['protocol']): boolean =>
  providers[id].protocols.some((spoken) => spoken === protocol)
