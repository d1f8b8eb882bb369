import { TagsInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Domain } from '#shared/model/domain.ts'

interface DomainsInputProps {
  readonly value: string[]
  readonly problem: ReactNode
  readonly onChange: (domains: string[]) => void
  readonly onBlur: () => void
}

/** E-mail domains as tags. What is no domain stays in the field with the reason: it is not thrown away. */
export function DomainsInput({ value, problem, onChange, onBlur }: DomainsInputProps) {
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const take = (tags: string[]) => {
    const added = tags.filter((tag) => !value.includes(tag))
    const refused = added.find((tag) => !Domain.safeParse(tag).success)
    const kept = tags.flatMap((tag) => Domain.safeParse(tag).data ?? [])
    setRefusal(refused === undefined ? null : reasonOf(refused))
    // The field empties itself after this event.
    if (refused !== undefined) queueMicrotask(() => setTyped(refused))
    onChange([...new Set(kept)])
  }
  return (
    <TagsInput
      label="E-mail domains"
      description="People with these addresses sign in through this connection. Press Enter after each."
      withAsterisk
      placeholder={value.length === 0 ? 'customer.example' : ''}
      splitChars={[',', ' ', ';']}
      value={value}
      onChange={take}
      searchValue={typed}
      onSearchChange={(text) => {
        setTyped(text)
        if (text !== typed) setRefusal(null)
      }}
      onBlur={onBlur}
      error={refusal ?? problem}
    />
  )
}

const reasonOf = (text: string) => Domain.safeParse(text).error?.issues[0]?.message ?? null
