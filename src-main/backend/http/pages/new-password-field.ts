import { FEWEST_PASSWORD_CHARACTERS, MOST_PASSWORD_CHARACTERS } from '../../passwords/set-password.ts'
import { html } from './html.ts'

export const newPasswordField = ({ label, isFaulty }: { readonly label: string; readonly isFaulty: boolean }) => html`
<label for="password">${label}</label>
<input id="password" name="password" type="password" autocomplete="new-password" required
 minlength="${FEWEST_PASSWORD_CHARACTERS}" maxlength="${MOST_PASSWORD_CHARACTERS}" aria-describedby="${isFaulty ? 'rule fault' : 'rule'}"${isFaulty ? html` aria-invalid="true"` : null}>
<p class="rule" id="rule">At least ${FEWEST_PASSWORD_CHARACTERS} characters. A sentence is good.</p>`

/** @returns what is wrong with it, for the page */
export const passwordFault = (password: string): string | undefined => {
  if (password.length < FEWEST_PASSWORD_CHARACTERS) return `Choose at least ${FEWEST_PASSWORD_CHARACTERS} characters.`
  return password.length > MOST_PASSWORD_CHARACTERS
    ? `Choose at most ${MOST_PASSWORD_CHARACTERS} characters.`
    : undefined
}
