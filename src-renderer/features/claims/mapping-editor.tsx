import { useState } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import type { Identity } from '#shared/model/identity.ts'
import type { ClaimMapping } from '#shared/model/profile.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { previewProfile, profileMembers } from '../../lib/claims/preview-profile.ts'
import { useAutoSave } from '../../lib/forms/use-auto-save.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import { Section } from '../../ui/page/section.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { SaveNote } from '../../ui/states/save-note.tsx'
import styles from './mapping-editor.module.css'
import { MappingRow } from './mapping-row.tsx'

interface MappingEditorProps {
  readonly connection: Connection
  /** Of the last accepted test login; null before it. */
  readonly identity: Identity | null
}

/** For each profile member the attribute names that may carry it, and what they yield. Saves by itself. */
export function MappingEditor({ connection, identity }: MappingEditorProps) {
  const api = useApi()
  const [mapping, setMapping] = useState<ClaimMapping>(connection.mapping)
  const save = useAsk(
    (changed: ClaimMapping) => api.connections.changeMapping({ id: connection.id, mapping: changed }),
    useKeepConnection(),
  )
  const state = useAutoSave(mapping, save.askAndWait)
  const claims = identity && previewProfile(identity, mapping)
  return (
    <Section
      title="Profile"
      text="What the application learns, and from which attribute."
      aside={<SaveNote state={state} />}
    >
      <div className={styles.rows}>
        {profileMembers.map((member) => (
          <MappingRow
            key={member}
            member={member}
            claim={claims?.find((claim) => claim.member === member) ?? null}
            names={mapping[member]}
            known={Object.keys(identity?.attributes ?? {})}
            onChange={(names) => setMapping({ ...mapping, [member]: names })}
          />
        ))}
      </div>
      {save.problem && <ProblemAlert problem={save.problem} />}
    </Section>
  )
}
