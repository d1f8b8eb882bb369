import { createContext, type ReactNode, use, useRef, useState } from 'react'
import { MAXIMUM_INSPECTED_BYTES } from '#shared/ipc/inspector.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { Inspection } from '#shared/model/inspection.ts'
import type { Problem } from '#shared/model/problem.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { useApi } from '../api/api-context.tsx'
import { useAsk } from '../api/use-ask.ts'
import { holdsKey } from './holds-key.ts'

/** What lies on the desk: a file by its name, or pasted. */
interface Given {
  readonly name: string | null
  readonly size: number
}

export interface InspectorDesk {
  readonly given: Given | null
  readonly inspection: Inspection | null
  readonly problem: Problem | null
  readonly isPending: boolean
  /** By whose certificates, names and key it is judged. */
  readonly judgedBy: ConnectionId | null
  readonly takeFiles: (files: readonly File[]) => void
  readonly takeText: (text: string) => void
  /** Judges the same once more; impossible once it turned out to hold a private key, for then it is forgotten. */
  readonly judgeBy: ((connectionId: ConnectionId | null) => void) | null
  readonly stop: () => void
  readonly clear: () => void
}

interface Looked {
  readonly given: Given
  readonly bytes: Uint8Array<ArrayBuffer> | null
  readonly inspection: Inspection
}

/** What is being inspected, kept while one looks at other places. In memory only. */
export function useInspectorDeskState(): InspectorDesk {
  const api = useApi()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const [judgedBy, setJudgedBy] = useState<ConnectionId | null>(null)
  const turn = useRef(0)
  const ask = useAsk(
    ({ bytes, by }: { bytes: Uint8Array<ArrayBuffer>; by: ConnectionId | null; given: Given; mine: number }) =>
      api.inspector.inspect({ bytes, connectionId: by }),
    (inspection, { bytes, given: of, mine }) => {
      // What was given up may still be answered.
      if (mine === turn.current) setLooked({ given: of, bytes: holdsKey(inspection) ? null : bytes, inspection })
    },
  )
  const begin = (next: Given | null, refused: Problem | null) => {
    turn.current += 1
    setGiven(next)
    setLooked(null)
    setRefusal(refused)
    if (ask.isPending) void api.inspector.cancel()
    ask.forget()
    return turn.current
  }
  const look = (bytes: Uint8Array<ArrayBuffer>, name: string | null, by: ConnectionId | null) => {
    const next = { name, size: bytes.length }
    const refused = bytes.length > MAXIMUM_INSPECTED_BYTES ? problem('inspector.too-large') : null
    const mine = begin(next, refused)
    if (refused === null) ask.ask({ bytes, by, given: next, mine })
  }
  const takeFiles = (files: readonly File[]) => {
    const [file] = files
    if (file === undefined) return void begin(null, problem('inspector.not-a-file'))
    if (files.length > 1) return void begin(null, problem('inspector.several'))
    const next = { name: file.name, size: file.size }
    if (file.size > MAXIMUM_INSPECTED_BYTES) return void begin(next, problem('inspector.too-large'))
    const mine = begin(next, null)
    file.arrayBuffer().then(
      (buffer) => mine === turn.current && look(new Uint8Array(buffer), file.name, judgedBy),
      () => mine === turn.current && begin(next, problem('inspector.unreadable')),
    )
  }
  const bytes = looked?.bytes ?? null
  return {
    given,
    inspection: looked?.inspection ?? null,
    problem: refusal ?? ask.problem,
    isPending: given !== null && looked === null && refusal === null && ask.problem === null,
    judgedBy,
    takeFiles,
    takeText: (text) => look(new TextEncoder().encode(text), null, judgedBy),
    judgeBy:
      bytes === null || looked === null
        ? null
        : (by) => {
            setJudgedBy(by)
            look(bytes, looked.given.name, by)
          },
    stop: () => void api.inspector.cancel(),
    clear: () => void begin(null, null),
  }
}

const DeskContext = createContext<InspectorDesk | null>(null)

export function InspectorDeskProvider({ desk, children }: { desk: InspectorDesk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>
}

export function useInspectorDesk(): InspectorDesk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('There is no inspector around this.')
  return desk
}
