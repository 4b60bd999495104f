import { consentOf } from '../model/consent.ts'
import { counted } from '../text/counted.ts'
import type { Desk } from './desk.ts'
import { inOneList } from './prevalence-sentence.ts'
import { fewestForWords, ladderInWords } from './quantity-words.ts'

/** How a report counted, paragraph by paragraph: of whom, in which words, what not, and what people allowed. */
export function howCounted(desk: Desk): readonly string[] {
  return [
    whoCounts(desk),
    ...(desk.counted
      ? [howSaid(desk)]
      : ['This report goes without counts, as the reflexive approach asks.']),
    whatIsNotCounted(desk),
    consentNumbers(desk),
    whoCoded(desk),
  ].filter((each) => each !== '')
}

function whoCounts(desk: Desk): string {
  const { counted: people, counts, sessions, inSessions } = desk.tally.denominator
  const base =
    counts === 'interviewed'
      ? 'participants met in interviews, documents or surveys'
      : 'participants met in group sessions'
  const groups =
    sessions.length > 0 && counts === 'interviewed'
      ? ` Group sessions are counted apart (${sessions.length} with ${counted(inSessions.length, 'participant')}), because silence in a group is not absence.`
      : ''
  return desk.counted ? `N is ${people.length}: ${base}. Someone met twice counts once.${groups}` : ''
}

function howSaid(desk: Desk): string {
  const enough = desk.tally.denominator.counted.length >= fewestForWords
  const words = enough
    ? `Of these words, ${ladderInWords()}.`
    : `Below ${fewestForWords} participants only numbers are given.`
  return `Those who only deny something, or only tell of it in others, are not among those who speak of it. ${words}`
}

function whatIsNotCounted(desk: Desk): string {
  const { unattributed, shared } = desk.tally
  if (!desk.counted) return ''
  const clauses = [
    unattributed > 0
      ? `${counted(unattributed, 'coded passage holds no participant’s words and counts', 'coded passages hold no participant’s words and count')} for nobody.`
      : '',
    shared > 0
      ? `${counted(shared, 'passage covers several participants and counts', 'passages cover several participants and count')} for each of them.`
      : '',
  ]
  return clauses.filter((each) => each !== '').join(' ')
}

function consentNumbers(desk: Desk): string {
  const all = [...desk.project.tables.participant.values()].map((each) =>
    consentOf(each, desk.request.audience),
  )
  const count = (consent: string) => all.filter((each) => each === consent).length
  const clauses = [
    count('paraphrase') > 0
      ? `${counted(count('paraphrase'), 'participant')} allowed their sense to be told but no words`
      : '',
    count('count') > 0 ? `${counted(count('count'), 'participant')} allowed counting only` : '',
    count('withdrawn') > 0
      ? `what ${counted(count('withdrawn'), 'person', 'people')} withdrew is left out of everything`
      : '',
  ].filter((each) => each !== '')
  return clauses.length > 0
    ? `Consent: ${inOneList(clauses)}.`
    : 'Everybody who took part allowed their words to be quoted.'
}

function whoCoded(desk: Desk): string {
  const coders = [...desk.project.tables.coder.values()].map((coder) => `${coder.name} (${coder.initials})`)
  return coders.length > 0 ? `Coders: ${inOneList(coders)}. Layer: ${desk.tally.layer.name}.` : ''
}
