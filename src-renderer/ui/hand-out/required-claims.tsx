import { Text } from '@mantine/core'

/** What the application needs to learn about a person (S05). */
export function RequiredClaims() {
  return (
    <Text fz="sm" c="dimmed">
      Attributes to send: <code>email</code> (required, identifies the person), <code>given_name</code>,{' '}
      <code>family_name</code>, <code>groups</code>.
    </Text>
  )
}
