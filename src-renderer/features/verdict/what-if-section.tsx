import { Text } from '@mantine/core'
import { whatIfWords } from '#shared/findings/what-if-words.ts'
import type { WhatIf } from '#shared/model/what-if.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { Section } from '../../ui/page/section.tsx'
import { ValueRows } from '../../ui/values/value-rows.tsx'

/** Single changes with which what came would be accepted: an explanation, and never a thing to publish unread. */
export function WhatIfSection({ changes }: { changes: readonly WhatIf[] }) {
  if (changes.length === 0) return null
  return (
    <Section
      title="What would have it accepted"
      text="Judged again, each time with one thing changed and all else as it is."
    >
      <ValueRows
        rows={keyed(changes, ({ kind, to }) => kind + to).map(({ item: { kind, from, to, allowed, warnings } }) => ({
          label: whatIfWords[kind],
          alias: from === null ? undefined : `Now: ${from}`,
          value: (
            <>
              <Text>{to}</Text>
              {!allowed && <Text c="dimmed">This setting does not go that far.</Text>}
              {warnings.length > 0 && <Text c="dimmed">It would be accepted with warnings.</Text>}
            </>
          ),
        }))}
      />
    </Section>
  )
}
