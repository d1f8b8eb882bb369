import { z } from 'zod'
import { fakeBridge } from './fake/fake-api.ts'
import { scenarios } from './scenarios.ts'

z.config({ jitless: true })

const { searchParams } = new URL(location.href)
const scenario = scenarios[searchParams.get('scenario') ?? 'empty']
if (scenario === undefined)
  throw new Error(`There is no such scenario. Choose one of ${Object.keys(scenarios).join(', ')}.`)

Object.assign(window, { claimcheck: fakeBridge(scenario()) })
