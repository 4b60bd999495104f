import type { EntityKind } from '../model/entities.ts'

/** A kind of entity as a person calls it, for one or several. */
export function kindName(kind: EntityKind, count: number): string {
  const [one, several] = kinds[kind]
  return count === 1 ? one : several
}

/** A field as a person calls it. */
export function fieldName(field: string): string {
  return fields[field] ?? field
}

const kinds: Readonly<Record<EntityKind, readonly [string, string]>> = {
  inquiry: ['inquiry', 'inquiries'],
  coder: ['coder', 'coders'],
  attribute: ['attribute', 'attributes'],
  participant: ['participant', 'participants'],
  source: ['source', 'sources'],
  speaker: ['speaker', 'speakers'],
  turn: ['turn', 'turns'],
  question: ['question', 'questions'],
  code: ['code', 'codes'],
  coding: ['coding', 'codings'],
  restriction: ['rule for a passage', 'rules for passages'],
  memo: ['memo', 'memos'],
  report: ['report', 'reports'],
  prose: ['text', 'texts'],
  quoteChoice: ['choice of a quote', 'choices of quotes'],
  translation: ['translation', 'translations'],
  codebookVersion: ['version of the codebook', 'versions of the codebook'],
  assignment: ['assignment', 'assignments'],
  round: ['round', 'rounds'],
  adjudication: ['decision', 'decisions'],
  proposal: ['proposal', 'proposals'],
  erasure: ['erasure', 'erasures'],
}

const fields: Readonly<Record<string, string>> = {
  approachReason: 'reason for the approach',
  probabilitySampling: 'probability sampling',
  consentFor: 'consent by audience',
  consentNote: 'note on consent',
  include: 'what to include',
  exclude: 'what to exclude',
  codable: 'use for coding',
  parent: 'place in the codebook',
  doc: 'wording',
  use: 'use',
  cuts: 'cuts',
  clarifications: 'clarifications',
  asked: 'questions asked',
  content: 'words',
  words: 'number of words',
  original: 'file it came in',
  blocks: 'headings and directions',
  start: 'beginning',
  end: 'end',
  at: 'time',
  quote: 'check of the words',
  star: 'mark as key quote',
  flag: 'flag for the lead',
  counts: 'counts',
  packet: 'who the packet is for',
  passages: 'where it was noticed',
  doneAt: 'when it was done',
  handedOutAt: 'when it was handed out',
  cameBackAt: 'when it came back',
  endTime: 'end of its time',
  about: 'what it is about',
  lead: 'who decides about codes',
  decidedBy: 'who decided',
  decidedAt: 'when it was decided',
  decisionReason: 'reason for the decision',
  became: 'code that came of it',
  drawn: 'how the sample was drawn',
  uncoded: 'what nobody coded',
  blank: 'meaning of a source without codings',
  decided: 'decision',
}
