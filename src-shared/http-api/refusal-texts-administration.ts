import type { RefusalText } from './refusal.ts'

/** Members, keys, sessions, domains, licence. */
export const administrationTexts = {
  'api-key.scope': { error: 'forbidden', says: 'This API key may not do that. Use one with one of these scopes:' },
  'api-key.maker': {
    error: 'forbidden',
    says: 'Whoever made this API key is no owner or admin any more. Use the key of someone who is.',
  },
  'api-key.not-found': { error: 'not_found', says: "API key ID doesn't exist. List the API keys to find it." },
  'api-key.expiry-past': { error: 'validation', says: 'has passed already. Enter a later moment, or leave it out.' },
  'api-key.last': {
    error: 'conflict',
    says: 'This is the last API key with org:update, the way in when nobody can sign in. Make another one first.',
  },
  'member.not-an-admin': { error: 'forbidden', says: 'Only owners and admins may do that. Ask one of them.' },
  'member.owner-only': {
    error: 'forbidden',
    says: 'Only an owner may make, change or remove an owner. Ask one of them.',
  },
  'member.not-found': { error: 'not_found', says: "Member ID doesn't exist. List the members to find it." },
  'member.last-owner': {
    error: 'conflict',
    says: 'This is the last active owner. Make another member an owner first.',
  },
  'member.removed': {
    error: 'conflict',
    says: 'This member was removed. Invite them again: that is the way back.',
  },
  'invitation.not-found': { error: 'not_found', says: "Invitation ID doesn't exist. List the invitations to find it." },
  'invitation.member': {
    error: 'conflict',
    says: 'This address belongs to a member already. Change their role instead.',
  },
  'invitation.settled': { error: 'conflict', says: 'This invitation was accepted or revoked already.' },
  'directory.not-found': { error: 'not_found', says: "Directory ID doesn't exist. List the directories to find it." },
  'webhook.refused': {
    error: 'unauthorized',
    says: 'This event is not taken: its directory, its signature or its time is wrong. Check secret and clock of the sender.',
  },
  'webhook.not-applied': { error: 'validation', says: 'The event was read, and nothing was changed. The reason:' },
  'setup-link.none': { error: 'not_found', says: 'There is no open setup link. Make one.' },
  'setup-link.gone': {
    error: 'not_found',
    says: 'This setup link works no more: it was completed, withdrawn or replaced, or is too old.',
  },
  'session.not-found': { error: 'not_found', says: "Session ID doesn't exist, or the session has ended." },
  'outbox.owner-only': { error: 'forbidden', says: 'Only an owner may read the outbox. Ask one of them.' },
  'outbox.sends-mail': {
    error: 'conflict',
    says: 'This backend sends its mail itself and keeps none to be read.',
  },
  'domain.public-mail': {
    error: 'validation',
    says: 'is a public e-mail domain, where anybody can have an address. Enter a domain of the organisation.',
  },
  'domain.public-suffix': {
    error: 'validation',
    says: 'is a public suffix, under which anybody can have a domain. Enter a domain of the organisation.',
  },
  'domain.outside-allowed': {
    error: 'validation',
    says: 'is not one of the allowed domains of the organisation. Use one of those, or allow it first.',
  },
  'domain.allowed-in-use': {
    error: 'conflict',
    says: 'A provider has a domain that would not be allowed any more. Allow it, or take it from the provider first.',
  },
  'domain.unverified': {
    error: 'domain_unverified',
    says: 'It is not proven that this domain is yours. Add the TXT record that the domain list shows, then verify.',
  },
  'pilot.missing': {
    error: 'pilot_required',
    says: 'Nobody but you has signed in through this connection since it was changed last. Let a pilot user sign in first.',
  },
  'licence.no-operator': {
    error: 'conflict',
    says: 'This backend has a practice licence and takes no licence files. Start it with the operator’s key first.',
  },
  'licence.not-valid': {
    error: 'validation',
    says: 'is not a licence file that the operator signed, or was changed. Hand in the file exactly as you received it.',
  },
  'licence.other-organisation': {
    error: 'validation',
    says: 'is for another organisation. Ask the operator for one that names the ID of this one.',
  },
  'licence.over': { error: 'validation', says: 'has expired already. Ask the operator for one that lasts.' },
  'licence.older': { error: 'validation', says: 'is older than the licence in use. Hand in the newest one.' },
} as const satisfies Record<string, RefusalText>
