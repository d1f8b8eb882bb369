import { useState } from 'react'
import { MAXIMUM_DOCUMENT_BYTES } from '#shared/ipc/identity-provider.ts'
import type { Problem } from '#shared/model/problem.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { type LoadProps, useLoad } from './use-load.ts'

export interface FileLoad {
  readonly take: (files: readonly File[]) => void
  readonly isPending: boolean
  readonly problem: Problem | null
}

/** Loads a file; several at once and what is far too large are turned away before anything is read. */
export function useFileLoad({ connectionId, onLoaded }: LoadProps): FileLoad {
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const load = useLoad(onLoaded, async (api, file: File) =>
    api.loadDocument({
      connectionId,
      source: 'file',
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }),
  )
  const take = (files: readonly File[]) => {
    const refused = refusalOf(files)
    setRefusal(refused)
    load.forget()
    if (refused === null && files[0] !== undefined) load.ask(files[0])
  }
  return { take, isPending: load.isPending, problem: refusal ?? load.problem }
}

function refusalOf(files: readonly File[]): Problem | null {
  if (files.length === 0) return problem('drop.not-a-file', 'file')
  if (files.length > 1) return problem('drop.several', 'file')
  return (files[0]?.size ?? 0) > MAXIMUM_DOCUMENT_BYTES ? problem('metadata.too-large', 'file') : null
}
