import { Tabs, Text } from '@mantine/core'
import type { TestRun } from '#shared/model/test-run.ts'
import { type SourceMark, XmlSource } from '../../ui/source/xml-source.tsx'
import styles from './message-source.module.css'

/** What came, and what had been asked. */
export function MessageSource({ run, mark }: { run: TestRun; mark: SourceMark | null }) {
  return (
    <Tabs defaultValue="response" className={styles.root} keepMounted={false}>
      <Tabs.List aria-label="Message">
        <Tabs.Tab value="response">Response</Tabs.Tab>
        <Tabs.Tab value="request" disabled={run.request === null}>
          Request
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="response" className={styles.panel}>
        {run.message?.xml == null ? (
          <Text p="md" c="dimmed">
            The response could not be decoded to text.
          </Text>
        ) : (
          <XmlSource xml={run.message.xml} label="Response" mark={mark} />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="request" className={styles.panel}>
        {run.request !== null && <XmlSource xml={run.request.xml} label="Request" mark={null} />}
      </Tabs.Panel>
    </Tabs>
  )
}
