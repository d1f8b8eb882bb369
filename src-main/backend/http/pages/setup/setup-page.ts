import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { setupStyle } from './setup-style.ts'

/** Where the wizard's one script is served. */
export const SETUP_SCRIPT_PATH = '/setup/setup.js'

export const setupSteps = {
  provider: 'Provider',
  values: 'Our values',
  metadata: 'Your metadata',
  test: 'Test',
} as const
export type SetupStep = keyof typeof setupSteps

export interface SetupFrame {
  /** `/setup/<token>`: every page of one link is below it. */
  readonly base: string
  readonly organisation: string
  /** The steps behind the first make sense once a provider was chosen. */
  readonly isChosen: boolean
}

/** A page of the wizard with its steps. */
export const setupPage = (
  frame: SetupFrame,
  step: SetupStep,
  { title, body }: { title: string; body: Html },
): Page => ({
  ...widePage(`${title}: ${frame.organisation}`, html`${stepList(frame, step)}<h1>${title}</h1>${body}`),
})

export const widePage = (title: string, body: Html): Page => ({
  title,
  body,
  wide: { style: setupStyle, scriptPath: SETUP_SCRIPT_PATH },
})

const stepList = ({ base, isChosen }: SetupFrame, current: SetupStep) => html`
<nav aria-label="Steps"><ol class="steps">
${Object.entries(setupSteps).map(([step, name], index) => {
  const label = html`<span class="number-of" aria-hidden="true">${index + 1}</span>${name}`
  if (step === current) return html`<li aria-current="step">${label}</li>`
  return isChosen || step === 'provider'
    ? html`<li><a href="${base}/${step}">${label}</a></li>`
    : html`<li>${label}</li>`
})}
</ol></nav>`
