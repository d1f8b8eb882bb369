import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { hasOfficialSchema, writeOfficialSchema } from '#test/support/saml/metadata/official-schema.ts'
import { writeAggregate } from '#test/support/saml/metadata/write-aggregate.ts'

const TURNS = 3
const sizes = [1_000, 10_000]
const goal = { timesXmllint: 4, peakMegabytes: 250, growth: 1.25 }

interface Once {
  readonly entities: number
  readonly verdict: string
  readonly wall: number
  readonly processor: number
  readonly peak: number
}

if (!hasOfficialSchema) throw new Error('This benchmark needs xmllint, opensaml-schemas and xmltooling-schemas.')
const folder = mkdtempSync(join(tmpdir(), 'aggregate-'))
let reached = true
try {
  const identity = await makeSigningIdentity()
  writeOfficialSchema(folder)
  process.stdout.write(
    `Medians of ${TURNS} turns; Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}\n\n| entities | MB | ours: wall, processor, peak | xmllint: wall, processor | times its wall | processor per entity |\n|---|---|---|---|---|---|\n`,
  )
  const perEntity: number[] = []
  for (const entities of sizes) {
    const file = join(folder, `${entities}.xml`)
    writeAggregate(file, { entities, identity })
    const turns = Array.from({ length: TURNS }, () => ({ ours: judgeOnce(file, entities), peer: xmllint(file) }))
    const ours = {
      wall: median(turns.map((turn) => turn.ours.wall)),
      processor: median(turns.map((turn) => turn.ours.processor)),
    }
    const peer = {
      wall: median(turns.map((turn) => turn.peer.wall)),
      processor: median(turns.map((turn) => turn.peer.processor)),
    }
    const peak = Math.max(...turns.map((turn) => turn.ours.peak))
    const times = median(turns.map((turn) => turn.ours.wall / turn.peer.wall))
    perEntity.push(ours.processor / entities)
    const megabytes = (statSync(file).size / 1_000_000).toFixed(0)
    process.stdout.write(
      `| ${entities} | ${megabytes} | ${seconds(ours.wall)}, ${seconds(ours.processor)}, ${peak.toFixed(0)} MB | ${seconds(peer.wall)}, ${seconds(peer.processor)} | ${times.toFixed(1)} | ${(ours.processor / entities).toFixed(2)} ms |\n`,
    )
    if (entities === sizes.at(-1)) reached &&= times <= goal.timesXmllint && peak <= goal.peakMegabytes
  }
  reached &&= (perEntity.at(-1) ?? 0) <= (perEntity[0] ?? 0) * goal.growth
} finally {
  rmSync(folder, { recursive: true })
}
process.exitCode = reached ? 0 : 1

function judgeOnce(file: string, entities: number): Once {
  const program = fileURLToPath(new URL('./judge-once.js', import.meta.url))
  const { stdout, stderr } = spawnSync(process.execPath, [program, file], { encoding: 'utf8' })
  const once = JSON.parse(stdout === '' ? '{}' : stdout) as Once
  if (once.verdict !== 'valid' || once.entities !== entities)
    throw new Error(`not judged as expected: ${stdout} ${stderr}`)
  return once
}

/** Wall time with the start of the process, and the processor time that bash counts for it. */
function xmllint(file: string): { wall: number; processor: number } {
  const start = performance.now()
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time xmllint --noout --nonet --schema all.xsd "$0"', file],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, XML_CATALOG_FILES: join(folder, 'catalog.xml') } },
  )
  if (status !== 0) throw new Error(stderr.slice(-500))
  const wall = performance.now() - start
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { wall, processor: (user + system) * 1_000 }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`
}
