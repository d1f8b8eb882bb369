import { Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import type { Finding } from '#shared/model/finding.ts'
import type { OpenidRun } from '#shared/model/openid-run.ts'
import { PlainSource } from '../../ui/source/plain-source.tsx'
import styles from './message-source.module.css'

const names = {
  payload: 'Claims',
  header: 'Header',
  userinfo: 'UserInfo',
  callback: 'Callback',
  request: 'Request',
} as const
type Name = keyof typeof names

/** What came and what had been asked, as JSON; the part that the chosen finding is about comes to the front. */
export function OpenidSource({ openid, selected }: { openid: OpenidRun; selected: Finding | null }) {
  const texts = textsOf(openid)
  const [chosen, setChosen] = useState<{ readonly name: string | null; readonly of: Finding | null } | null>(null)
  const about = partOf(selected, texts)
  const shown = chosen !== null && chosen.of === selected ? chosen.name : (about ?? firstOf(texts))
  return (
    <Tabs
      value={shown}
      onChange={(name) => setChosen({ name, of: selected })}
      className={styles.root}
      keepMounted={false}
    >
      <Tabs.List aria-label="Message">
        {(Object.keys(names) as Name[]).map((name) => (
          <Tabs.Tab key={name} value={name} disabled={texts[name] === undefined}>
            {names[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {(Object.keys(names) as Name[]).map((name) => (
        <Tabs.Panel key={name} value={name} className={styles.panel}>
          {texts[name] === undefined ? (
            <Text p="md" c="dimmed">
              Nothing came.
            </Text>
          ) : (
            <PlainSource text={texts[name]} language="json" label={names[name]} />
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

/** Which part a finding points into; null where it points nowhere that is shown. */
export function partOf(finding: Finding | null, texts: Partial<Record<Name, string>>): Name | null {
  const name = finding?.location?.document.replace(/^.*\//, '')
  return name !== undefined && name in names && texts[name as Name] !== undefined ? (name as Name) : null
}

export function textsOf({ documents, callback, request }: OpenidRun): Partial<Record<Name, string>> {
  const texts: Partial<Record<Name, string>> = { request: json(request) }
  for (const [name, text] of Object.entries(documents)) if (name in names) texts[name as Name] = pretty(text)
  if (callback !== null) texts.callback = json({ url: callback.url, parameters: callback.parameters })
  return texts
}

const firstOf = (texts: Partial<Record<Name, string>>): Name =>
  texts.payload === undefined ? (texts.callback === undefined ? 'request' : 'callback') : 'payload'

const json = (value: unknown) => JSON.stringify(value, null, 2)

function pretty(text: string): string {
  try {
    return json(JSON.parse(text))
  } catch {
    return text
  }
}
