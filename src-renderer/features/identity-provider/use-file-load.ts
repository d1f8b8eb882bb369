import { useState } from 'react'
import { MAXIMUM_AGGREGATE_FILE_BYTES, MAXIMUM_DOCUMENT_BYTES } from '#shared/ipc/identity-provider.ts'
import type { Problem } from '#shared/model/problem.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { problemOf } from '../../lib/api/ask-refused.ts'
import { aggregateFile, aggregateIn } from './aggregate-source.ts'
import { type LoadManyProps, useLoad } from './use-load.ts'

export interface FileLoad {
  readonly take: (files: readonly File[]) => void
  readonly isPending: boolean
  readonly problem: Problem | null
}

/** Loads a file; several at once and what is far too large are turned away before anything is read. */
export function useFileLoad({ connectionId, onLoaded, onAggregate }: LoadManyProps): FileLoad {
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const load = useLoad(onLoaded, async (api, file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    try {
      return await api.loadDocument({ connectionId, source: 'file', name: file.name, bytes })
    } catch (error) {
      if (problemOf(error).code === 'metadata.aggregate') onAggregate(aggregateIn(bytes, file.name))
      throw error
    }
  })
  const take = (files: readonly File[]) => {
    const refused = refusalOf(files)
    setRefusal(refused)
    load.forget()
    const [file] = files
    if (refused !== null || file === undefined) return
    if (file.size <= MAXIMUM_DOCUMENT_BYTES) return load.ask(file)
    // More than one identity provider ever has: a federation's.
    onAggregate(aggregateFile(file))
  }
  return { take, isPending: load.isPending, problem: refusal ?? load.problem }
}

function refusalOf(files: readonly File[]): Problem | null {
  if (files.length === 0) return problem('drop.not-a-file', 'file')
  if (files.length > 1) return problem('drop.several', 'file')
  return (files[0]?.size ?? 0) > MAXIMUM_AGGREGATE_FILE_BYTES ? problem('aggregate.too-large', 'file') : null
}
