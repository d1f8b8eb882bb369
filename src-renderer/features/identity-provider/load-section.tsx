import { Button, Tabs, Text } from '@mantine/core'
import { IconFileUpload, IconForms, IconLink, IconTextPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import { useTakesDrops } from '../../lib/drop/drop-takers.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { AggregateSource } from './aggregate-source.ts'
import { EnterByHand } from './enter-by-hand.tsx'
import { EntityPicker } from './entity-picker.tsx'
import { LoadFile } from './load-file.tsx'
import { LoadPaste } from './load-paste.tsx'
import { LoadUrl } from './load-url.tsx'
import { PracticeOffer } from './practice-offer.tsx'
import { useFileLoad } from './use-file-load.ts'

interface LoadSectionProps {
  readonly connection: Connection
  readonly onLoaded: () => void
  readonly onCancel?: (() => void) | undefined
}

/** Four ways to load the identity provider's side. What is typed into one is kept while another is looked at. */
export function LoadSection({ connection, onLoaded, onCancel }: LoadSectionProps) {
  const [way, setWay] = useState('url')
  const { name, findMetadata } = providerOf(connection.intake.provider)
  const [aggregate, setAggregate] = useState<AggregateSource | null>(null)
  const ways = { connectionId: connection.id, onLoaded, onAggregate: setAggregate }
  const file = useFileLoad(ways)
  useTakesDrops((files) => {
    // Where its fate is told.
    setWay('file')
    file.take(files)
  })
  return (
    <Section
      title="Load the identity provider"
      text={findMetadata === null ? undefined : `${name}: ${findMetadata}`}
      aside={
        onCancel && (
          <Button variant="default" size="xs" onClick={onCancel}>
            Keep what is loaded
          </Button>
        )
      }
    >
      {aggregate !== null && <EntityPicker {...ways} from={aggregate} onCancel={() => setAggregate(null)} />}
      {aggregate === null && <PracticeOffer {...ways} />}
      <Tabs
        display={aggregate === null ? undefined : 'none'}
        value={way}
        onChange={(value) => setWay(value ?? 'url')}
        keepMounted
      >
        <Tabs.List aria-label="How to load it">
          <Tabs.Tab value="url" leftSection={<IconLink size={15} aria-hidden />}>
            Metadata URL
          </Tabs.Tab>
          <Tabs.Tab value="file" leftSection={<IconFileUpload size={15} aria-hidden />}>
            Metadata file
          </Tabs.Tab>
          <Tabs.Tab value="paste" leftSection={<IconTextPlus size={15} aria-hidden />}>
            Paste metadata
          </Tabs.Tab>
          <Tabs.Tab value="hand" leftSection={<IconForms size={15} aria-hidden />}>
            Enter by hand
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="url" pt="md">
          <LoadUrl {...ways} />
        </Tabs.Panel>
        <Tabs.Panel value="file" pt="md">
          <LoadFile load={file} />
        </Tabs.Panel>
        <Tabs.Panel value="paste" pt="md">
          <LoadPaste {...ways} />
        </Tabs.Panel>
        <Tabs.Panel value="hand" pt="md">
          <EnterByHand {...ways} />
        </Tabs.Panel>
      </Tabs>
      <Text fz="xs" c="dimmed">
        Everything is checked as it is loaded. If it is refused, the connection stays as it was.
      </Text>
    </Section>
  )
}
