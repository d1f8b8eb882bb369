import { createPublicKey } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { readSignature } from '#main/xml/signature/read-signature.ts'
import { judgeStreamedSignature } from '#main/xml/signature/verify-signature.ts'
import { digestRoot } from '#main/xml/stream/digest-root.ts'

/** One verification in a process of its own: file and public key in PEM, then what it took as JSON. */
const [file = '', key = ''] = process.argv.slice(2)
const { signature, streamed } = await digestRoot(createReadStream(file))
const keys = [{ id: 'key', key: createPublicKey(readFileSync(key)) }]
const judgement = signature && judgeStreamedSignature(readSignature(signature), keys, streamed)
const holds = judgement?.digest === 'matches' && judgement.value === 'verified' && judgement.faults.length === 0
const { user, system } = process.cpuUsage()
const peak = process.resourceUsage().maxRSS / 1_024
process.stdout.write(JSON.stringify({ holds, processor: (user + system) / 1_000, peak }))
