import type { components } from './api.gen';

type Schemas = components['schemas'];

export type ChatPerson = Schemas['ChatPerson'];
export type ChatSettings = Schemas['ChatSettingsContract'];
export type ChatHoldReason = Schemas['ChatHoldReason'];
/** A message that waits for review. */
export type HeldMessage = Schemas['HeldMessageResponse'];
/** What owner and moderators see of a room. */
export type ChatModeration = Schemas['ChatModerationResponse'];
export type ChatActKind = Schemas['ChatActKind'];
/** Who did what to whom, and when. The text of an `undid` is the kind of what it took back. */
export type ChatAuditEntry = Schemas['ChatAuditEntryResponse'];
/** An act is done, and durable; without an id there was nothing to do. */
export type ChatActed = Schemas['ChatActResponse'];
