import { Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { AggregateJudgement, AggregateProgress, EntityListing } from '#shared/model/aggregate.ts'
import type { Problem } from '#shared/model/problem.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { findChosenAgain } from '#shared/search/find-chosen-again.ts'
import { searchEntities } from '#shared/search/search-entities.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import { VirtualList } from '../../ui/lists/virtual-list.tsx'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { AggregateFacts } from './aggregate-facts.tsx'
import type { AggregateSource } from './aggregate-source.ts'
import styles from './entity-picker.module.css'
import { openAggregate } from './open-aggregate.ts'
import type { LoadProps } from './use-load.ts'

interface EntityPickerProps extends LoadProps {
  readonly from: AggregateSource
  /** Entity ID of the one that was chosen before: it is taken again without asking, where it can be told which it is. */
  readonly chosen?: string
  readonly onCancel: () => void
}

const ROW = 48

const unclearCodes = { missing: 'aggregate.chosen-missing', several: 'aggregate.chosen-twice' } as const

/** The metadata of many: read beside the window with its progress, then the one identity provider is found and loaded. */
export function EntityPicker({ connectionId, from, chosen, onLoaded, onCancel }: EntityPickerProps) {
  const api = useApi()
  const keep = useKeepConnection()
  const [progress, setProgress] = useState<AggregateProgress | null>(null)
  const [judgement, setJudgement] = useState<AggregateJudgement | null>(null)
  const [unclear, setUnclear] = useState<Problem | null>(null)
  const load = useAsk(
    ({ offset }: EntityListing) =>
      api.identityProvider.loadFromAggregate({ connectionId, source: from.source, offset }),
    (connection) => {
      keep(connection)
      onLoaded()
    },
  )
  const open = useAsk(
    (input: AggregateSource['input']) => openAggregate(api.identityProvider, input),
    (judged) => {
      const again = chosen === undefined ? undefined : findChosenAgain(judged.entities, chosen)
      if (again?.is === 'there') return load.ask(again.entity)
      if (again !== undefined) setUnclear(problem(unclearCodes[again.is], 'aggregate', `Its entity ID is ${chosen}.`))
      setJudgement(judged)
    },
  )
  const { ask } = open
  useEffect(() => api.identityProvider.aggregateProgress(setProgress), [api])
  // Once for what was given: a new source is a new picker.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking anew at every drawing would never end
  useEffect(() => ask(from.input), [from])
  const cancel = () => {
    void api.identityProvider.closeAggregate()
    onCancel()
  }
  const refusal = load.problem ?? open.problem
  const isReading = judgement === null && refusal === null
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text fw={500}>
          {chosen !== undefined && isReading
            ? `Looking for ${chosen} in ${from.name}`
            : `Choose the identity provider from ${from.name}`}
        </Text>
        <Button variant="default" size="xs" onClick={cancel}>
          {isReading ? 'Stop' : chosen === undefined ? 'Load something else' : 'Keep what is loaded'}
        </Button>
      </Group>
      {refusal !== null && <ProblemAlert problem={refusal} />}
      {refusal === null && unclear !== null && <ProblemAlert problem={unclear} />}
      {isReading && <Reading progress={progress} total={from.size} />}
      {judgement !== null && (
        <>
          <AggregateFacts judgement={judgement} />
          <Choice entities={judgement.entities} isPending={load.isPending} onChoose={(entity) => load.ask(entity)} />
        </>
      )}
    </Stack>
  )
}

function Reading({ progress, total }: { progress: AggregateProgress | null; total: number | null }) {
  const share = progress === null || total === null ? null : Math.min(100, (progress.bytes / total) * 100)
  return (
    <Stack gap={4}>
      <Progress value={share ?? 100} animated={share === null} aria-label="Read so far" />
      <Text fz="sm" c="dimmed" role="status">
        {progressWords(progress, total)}
      </Text>
    </Stack>
  )
}

function progressWords(progress: AggregateProgress | null, total: number | null): string {
  if (progress === null) return total === null ? 'Fetching it' : 'Reading'
  const { step, entities, invalid } = progress
  if (step === 'signature') return `${entities.toLocaleString('en')} entities judged, reading its signature`
  const faulty = invalid === 0 ? '' : `, ${invalid.toLocaleString('en')} of them invalid`
  return `${entities.toLocaleString('en')} entities judged${faulty}`
}

interface ChoiceProps {
  readonly entities: readonly EntityListing[]
  readonly isPending: boolean
  readonly onChoose: (entity: EntityListing) => void
}

function Choice({ entities, isPending, onChoose }: ChoiceProps) {
  const [text, setText] = useState('')
  const providers = useMemo(() => searchEntities(entities, { role: 'idp' }), [entities])
  const found = useMemo(() => searchEntities(providers, { text }), [providers, text])
  return (
    <>
      <TextInput
        label="Search"
        description="By name or entity ID"
        placeholder="university"
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Text fz="sm" c="dimmed" role="status">
        {found.length.toLocaleString('en')} of {providers.length.toLocaleString('en')} identity providers
      </Text>
      {found.length > 0 && (
        <VirtualList
          items={found}
          label="Identity providers"
          rowHeight={ROW}
          maximumHeight={ROW * 7}
          keyOf={({ number }) => number}
        >
          {(entity) => (
            <button type="button" className={styles.entity} disabled={isPending} onClick={() => onChoose(entity)}>
              <SeverityIcon severity={entity.verdict === 'valid' ? 'passed' : 'error'} size={16} />
              <span className={styles.words}>
                <span className={styles.name}>{entity.displayName ?? entity.entityId}</span>
                <span className={styles.id}>{entity.entityId}</span>
              </span>
            </button>
          )}
        </VirtualList>
      )}
    </>
  )
}
