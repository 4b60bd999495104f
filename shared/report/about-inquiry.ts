import type { SourceKind } from '../model/entities.ts'
import { inquiryOf } from '../model/project.ts'
import { counted } from '../text/counted.ts'
import { type Desk, leadsProse, loamsList, loamsProse } from './desk.ts'
import { inOneList } from './prevalence-sentence.ts'
import type { ReportBlock } from './report-document.ts'
import { heading } from './told-blocks.ts'

/** The opening: what the inquiry asks, whom it heard, how it reads. */
export function composeAbout(desk: Desk): readonly ReportBlock[] {
  const { description, aims = [], positionality } = inquiryOf(desk.project)
  return [
    heading(desk, 1, 'About the inquiry', 'about'),
    leadsProse(desk, 'about'),
    ...(description ? [loamsProse(desk, 'about', description)] : []),
    ...(aims.length > 0 ? [loamsList(desk, 'about/aims', 'The inquiry set out to:', aims)] : []),
    loamsProse(desk, 'about/heard', whoWasHeard(desk)),
    loamsProse(desk, 'about/read', howItWasRead(desk)),
    ...(positionality ? [loamsProse(desk, 'about/positionality', positionality)] : []),
    leadsProse(desk, 'about/after'),
  ]
}

const kindsInWords = {
  interview: ['interview', 'interviews'],
  group: ['group session', 'group sessions'],
  document: ['document', 'documents'],
  survey: ['survey', 'surveys'],
} as const

function whoWasHeard(desk: Desk): string {
  const { tookPart } = desk.tally.denominator
  const { period } = inquiryOf(desk.project)
  const sources = [...desk.tally.voices.bySource.values()].filter(
    ({ present, turns }) => present.length > 0 || turns.length === 0,
  )
  const kinds = (['interview', 'group', 'document', 'survey'] as const).flatMap((kind) => {
    const count = sources.filter(({ source }) => source.kind === kind).length
    return count > 0 ? [counted(count, kindsInWords[kind][0], kindsInWords[kind][1])] : []
  })
  if (kinds.length === 0) return 'Nobody has been heard yet.'
  const words = sources.reduce((sum, { source }) => sum + source.words, 0)
  const when = period ? ` (${period})` : ''
  const people = counted(tookPart.length, 'person', 'people')
  const material = `The ${inOneList(kinds)} hold ${words.toLocaleString('en')} words.`
  return `${people} took part${when}${whoWhere(
    desk,
    sources.map(({ source }) => source.kind),
  )}. ${material}`
}

/** How those who took part divide, so that N can be checked: "8 were interviewed, 3 took part in a group session, 2 of
    them in both". */
function whoWhere(desk: Desk, kinds: readonly SourceKind[]): string {
  const { interviewed, inSessions, sessions } = desk.tally.denominator
  if (sessions.length === 0 || inSessions.length === 0 || interviewed.length === 0) return ''
  const alone = new Set(interviewed)
  const both = inSessions.filter((each) => alone.has(each)).length
  const how = kinds.every((kind) => kind === 'interview' || kind === 'group')
    ? 'interviewed'
    : 'heard in interviews or documents'
  const session = sessions.length === 1 ? 'the group session' : 'group sessions'
  const ofBoth = both > 0 ? `, ${both} of them in both` : ''
  return `: ${counted(interviewed.length, 'was', 'were')} ${how} and ${inSessions.length} took part in ${session}${ofBoth}`
}

const approachesInWords = {
  reflexive:
    'The analysis is reflexive: themes are the analysts’ interpretation, and are not counted unless the report says so.',
  codebook:
    'The transcripts were read with a codebook; themes are told by how many participants speak of them.',
  reliability: 'The transcripts were coded with a codebook by coders whose agreement is checked.',
  content: 'The analysis counts what was said: content analysis by a codebook.',
} as const

function howItWasRead(desk: Desk): string {
  const coders = [...desk.project.tables.coder.values()].map((coder) => coder.name)
  const by =
    coders.length > 0 ? ` Coded by ${inOneList(coders)}; this report reads ${desk.tally.layer.name}.` : ''
  return `${approachesInWords[inquiryOf(desk.project).approach]}${by}`
}
