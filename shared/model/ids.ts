declare const kind: unique symbol

/** A permanent identity: a lower-case UUID, branded by what it names. */
export type Id<K extends string> = string & { readonly [kind]: K }

export type ProjectId = Id<'project'>
export type CoderId = Id<'coder'>
export type AttributeId = Id<'attribute'>
export type ParticipantId = Id<'participant'>
export type SourceId = Id<'source'>
export type SpeakerId = Id<'speaker'>
export type TranslationId = Id<'translation'>
export type TurnId = Id<'turn'>
export type QuestionId = Id<'question'>
export type CodeId = Id<'code'>
export type CodingId = Id<'coding'>
export type RestrictionId = Id<'restriction'>
export type MemoId = Id<'memo'>
export type ReportId = Id<'report'>
export type ProseId = Id<'prose'>
export type QuoteChoiceId = Id<'quoteChoice'>
export type CodebookVersionId = Id<'codebookVersion'>
export type AssignmentId = Id<'assignment'>
export type RoundId = Id<'round'>
export type AdjudicationId = Id<'adjudication'>
export type ProposalId = Id<'proposal'>
export type ErasureId = Id<'erasure'>
export type ChangeId = Id<'change'>
/** One copy of a project on one machine; changes count up within it. */
export type CopyId = Id<'copy'>

/** SHA-256 of a content's UTF-8 bytes, 64 lower-case hexadecimal digits. */
export type ContentHash = string & { readonly [kind]: 'content' }

/** Gives fresh identities; the platform passes in its source of randomness. */
export type NewId = <K extends string>() => Id<K>

/** Reads a UUID as any tool writes it: braces and case do not matter. Null when it is none. */
export function readId<K extends string>(text: string): Id<K> | null {
  const plain = text.replace(/[{}]/g, '').toLowerCase()
  return isId<K>(plain) ? plain : null
}

/** Takes a content hash as stored; null when the text is not one. */
export function readContentHash(text: string): ContentHash | null {
  return isContentHash(text) ? text : null
}

function isId<K extends string>(text: string): text is Id<K> {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
}

function isContentHash(text: string): text is ContentHash {
  return /^[0-9a-f]{64}$/.test(text)
}
