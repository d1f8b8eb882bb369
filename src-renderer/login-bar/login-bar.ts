import type { Bridge } from '#shared/ipc/declare.ts'
import type { LoginBarState, loginBarContract } from '#shared/ipc/login-bar.ts'
import { type BarWords, barWords } from './bar-words.ts'

declare global {
  interface Window {
    /** Put there by the preload of this page alone. */
    readonly claimcheckBar: Bridge<typeof loginBarContract>
  }
}

const find = <Element extends HTMLElement>(selector: string): Element => {
  const found = document.querySelector<Element>(selector)
  if (found === null) throw new Error(`${selector} is missing`)
  return found
}

const { loginBar } = window.claimcheckBar
find('#stop').addEventListener('click', () => void loginBar.stop())
loginBar.changed(show)
const answer = await loginBar.state()
if (answer.ok) show(answer.value)

function show(state: LoginBarState): void {
  const words = barWords(state)
  const lock = find('#lock')
  find('#lock span').textContent = words.lock
  lock.title = words.lockMeans
  lock.ariaLabel = words.lockMeans
  lock.dataset.connection = state.connection
  showAddress(state.address)
  find('#purpose').textContent = words.purpose
  find('#stop').textContent = words.stop
  showMessage(words.message)
}

function showMessage(message: BarWords['message']): void {
  const main = find('#message')
  main.hidden = message === null
  main.replaceChildren()
  if (message === null) return
  const title = document.createElement('h1')
  const text = document.createElement('p')
  title.textContent = message.title
  text.textContent = message.text
  main.append(title, text)
}

/** The host stands out: it is what says whose page this is. */
function showAddress(address: string): void {
  const output = find('#address')
  output.title = address
  output.replaceChildren()
  if (!URL.canParse(address)) return
  const { protocol, host, pathname } = new URL(address)
  const strong = document.createElement('b')
  strong.textContent = host
  output.append(`${protocol}//`, strong, pathname)
}
