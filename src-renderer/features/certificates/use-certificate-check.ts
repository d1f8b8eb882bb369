import { useRef, useState } from 'react'
import { MAXIMUM_CERTIFICATE_BYTES } from '#shared/ipc/inspector.ts'
import type { Inspection } from '#shared/model/inspection.ts'
import type { Problem } from '#shared/model/problem.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { holdsKey } from '../../lib/inspection/holds-key.ts'

export interface CertificateCheck {
  /** Null until something was looked at. */
  readonly inspection: Inspection | null
  readonly problem: Problem | null
  readonly isPending: boolean
  /** What was given, for a place that recognises more; null where nothing of it is kept. */
  readonly given: File | null
  readonly takeText: (text: string) => void
  readonly takeFiles: (files: readonly File[]) => void
  readonly clear: () => void
}

/** One certificate, key or request at a time, judged by itself. Of a private key nothing stays. */
export function useCertificateCheck(): CertificateCheck {
  const api = useApi()
  const [inspection, setInspection] = useState<Inspection | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [given, setGiven] = useState<File | null>(null)
  const turn = useRef(0)
  const ask = useAsk(
    ({ bytes }: { bytes: Uint8Array<ArrayBuffer>; file: File; mine: number }) =>
      api.inspector.inspect({ bytes, connectionId: null }),
    (seen, { file, mine }) => {
      // What was given up may still be answered.
      if (mine !== turn.current) return
      setInspection(seen)
      setGiven(holdsKey(seen) ? null : file)
    },
  )
  const begin = (refused: Problem | null) => {
    turn.current += 1
    setInspection(null)
    setGiven(null)
    setRefusal(refused)
    ask.forget()
    return turn.current
  }
  const take = (file: File) => {
    if (file.size > MAXIMUM_CERTIFICATE_BYTES) return void begin(problem('certificate.too-large'))
    const mine = begin(null)
    file.arrayBuffer().then(
      (buffer) => mine === turn.current && ask.ask({ bytes: new Uint8Array(buffer), file, mine }),
      () => mine === turn.current && begin(problem('inspector.unreadable')),
    )
  }
  return {
    inspection,
    problem: refusal ?? ask.problem,
    isPending: ask.isPending,
    given,
    takeText: (text) => take(new File([text], 'pasted')),
    takeFiles: (files) => {
      const [file] = files
      if (file === undefined) begin(problem('inspector.not-a-file'))
      else if (files.length > 1) begin(problem('inspector.several'))
      else take(file)
    },
    clear: () => void begin(null),
  }
}
