import { Button, Group, Text } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import { usePracticeIdp } from '../../lib/queries/practice-idp.ts'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import styles from './practice-offer.module.css'
import { type LoadProps, useLoad } from './use-load.ts'

/** While the practice identity provider runs: its metadata in one click. */
export function PracticeOffer({ connectionId, onLoaded }: LoadProps) {
  const { data } = usePracticeIdp()
  const load = useLoad(onLoaded, (api, url: string) => api.loadUrl({ connectionId, url }))
  if (data?.state !== 'running') return null
  return (
    <div className={styles.offer}>
      <Group justify="space-between" gap="sm">
        <Group gap="sm" wrap="nowrap">
          <IconSchool size={20} stroke={1.6} aria-hidden />
          <Text>The practice IdP is running on this computer.</Text>
        </Group>
        <Button variant="light" size="xs" loading={load.isPending} onClick={() => load.ask(data.metadataUrl)}>
          Use the practice IdP
        </Button>
      </Group>
      {load.problem && <ProblemAlert problem={load.problem} />}
    </div>
  )
}
