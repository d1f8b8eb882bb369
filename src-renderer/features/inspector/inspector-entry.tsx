import { Text } from '@mantine/core'
import { useInspectorDesk } from '../../lib/inspection/inspector-desk.tsx'
import { PasteBox } from '../../ui/inspection/paste-box.tsx'
import { Section } from '../../ui/page/section.tsx'
import styles from './inspector-entry.module.css'

/** Where anything is given, and what is recognised. */
export function InspectorEntry() {
  const desk = useInspectorDesk()
  return (
    <Section title="Paste or drop anything" text="It is recognised by what it is, however it is wrapped or encoded.">
      <PasteBox
        label="Anything to check"
        fileLabel="File to check"
        autoFocus
        onText={desk.takeText}
        onFiles={desk.takeFiles}
      />
      <dl className={styles.kinds}>
        {kinds.map(([title, says]) => (
          <div key={title}>
            <Text component="dt" fw={500} fz="sm">
              {title}
            </Text>
            <Text component="dd" c="dimmed" fz="sm" m={0}>
              {says}
            </Text>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const kinds = [
  ['Messages', 'SAMLResponse, SAMLRequest and logout: as XML, as a form field, or the whole address'],
  ['Recordings', 'A HAR file from the browser’s developer tools, or SAML-tracer’s export'],
  ['Descriptions', 'SAML metadata, OpenID Connect discovery, key sets'],
  ['Certificates and keys', 'PEM, DER, PKCS #7, PKCS #12, JWK; a private key is named and forgotten'],
  ['Tokens', 'ID tokens and other JWTs, token responses, callback addresses'],
] as const
