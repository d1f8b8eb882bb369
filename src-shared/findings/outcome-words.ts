import type { Outcome } from '../model/outcome.ts'

type Refusal = Extract<Outcome, { kind: 'refused' }>['because']

const refusals: Readonly<Record<Refusal, string>> = {
  'email-missing': 'This user would be refused: no e-mail address arrived.',
  'email-outside-domains': 'This user would be refused: the e-mail address is not of this connection’s domains.',
  'no-account': 'This user would be refused: there is no account, and none is made at sign-in.',
  'invite-needed': 'This user would be refused: the invitation has expired or was withdrawn. Invite them again.',
  'single-account':
    'This user would be refused: accounts are made at sign-in only for customers with a single account. Invite them.',
  deactivated: 'This user would be refused: the account is deactivated.',
  removed: 'This user would be refused: the account was removed and has to be invited again.',
}

/** What a sign-in would do to the person's account, in one sentence. */
export function outcomeSentence(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'known':
      return `This user would be signed in to the account known from earlier sign-ins, as ${roleOf(outcome)}.`
    case 'linked':
      return `This user would be linked to the existing account with the same e-mail address, as ${roleOf(outcome)}.`
    case 'created':
      return `An account would be created for this user, as ${outcome.role}.`
    case 'invited':
      return `This user would accept the invitation that waits for them, as ${outcome.role}.`
    case 'offered':
      return `This user would be asked whether to create an account, as ${outcome.role}.`
    case 'refused':
      return refusals[outcome.because]
  }
}

const roleOf = ({ role, roleBefore }: { role: string; roleBefore?: string | undefined }) =>
  roleBefore === undefined ? role : `${role} (${roleBefore} until now)`
