import { z } from 'zod'

/** Ids carry their kind: `conn_` and 22 letters or digits made from 14 random bytes. */
const idOf = <Kind extends string>(prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-z]{22}$`))
    .brand<Kind>()

export const ConnectionId = idOf<'ConnectionId'>('conn')
export type ConnectionId = z.infer<typeof ConnectionId>
export const TestRunId = idOf<'TestRunId'>('run')
export type TestRunId = z.infer<typeof TestRunId>
export const OrganisationId = idOf<'OrganisationId'>('org')
export type OrganisationId = z.infer<typeof OrganisationId>
export const UserId = idOf<'UserId'>('user')
export type UserId = z.infer<typeof UserId>
export const ApiKeyId = idOf<'ApiKeyId'>('key')
export type ApiKeyId = z.infer<typeof ApiKeyId>
export const FlowId = idOf<'FlowId'>('flow')
export type FlowId = z.infer<typeof FlowId>
export const SessionId = idOf<'SessionId'>('sess')
export type SessionId = z.infer<typeof SessionId>

/** A login that reached the backend; a refused person reads it out to their administrator. */
export const AttemptId = idOf<'AttemptId'>('att')
export type AttemptId = z.infer<typeof AttemptId>
export const AuditEventId = idOf<'AuditEventId'>('evt')
export type AuditEventId = z.infer<typeof AuditEventId>
export const MailId = idOf<'MailId'>('mail')
export type MailId = z.infer<typeof MailId>
export const InvitationId = idOf<'InvitationId'>('inv')
export type InvitationId = z.infer<typeof InvitationId>
export const SetupLinkId = idOf<'SetupLinkId'>('setup')
export type SetupLinkId = z.infer<typeof SetupLinkId>
export const ScimGroupId = idOf<'ScimGroupId'>('grp')
export type ScimGroupId = z.infer<typeof ScimGroupId>
export const DirectoryId = idOf<'DirectoryId'>('dir')
export type DirectoryId = z.infer<typeof DirectoryId>

/** How many random bytes `makeId` needs. */
export const ID_BYTES = 14

/** @param random `ID_BYTES` bytes from a cryptographic source; randomness is the caller's */
export function makeId<Id extends z.ZodType<string>>(schema: Id, prefix: string, random: Uint8Array): z.output<Id> {
  const bytes = new DataView(random.buffer, random.byteOffset, ID_BYTES)
  const number = (bytes.getBigUint64(0) << 48n) | (BigInt(bytes.getUint32(8)) << 16n) | BigInt(bytes.getUint16(12))
  return schema.parse(`${prefix}_${number.toString(36).padStart(22, '0')}`)
}
