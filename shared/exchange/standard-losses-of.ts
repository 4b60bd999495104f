import type { Code, Inquiry } from '../model/entities.ts'
import { inquiryOf, type Project } from '../model/project.ts'
import type { Loss } from './standard-loss.ts'
import { fitsVariable } from './write-cases.ts'
import { isLegalXml } from './write-xml.ts'

type Kind = keyof Project['tables']

/** What a team decides and writes with the codings: other tools have no place for it. */
export function team({ tables }: Project): Loss[] {
  const whole = (key: Kind, what: string, becomes = 'left out'): Loss => ({
    key,
    count: tables[key].size,
    what,
    fate: 'left out',
    becomes,
  })
  return [
    whole('report', 'reports', 'export them as documents'),
    whole('prose', 'texts written in reports'),
    whole('quoteChoice', 'choices of quotes for reports'),
    whole('translation', 'translations'),
    whole('codebookVersion', 'versions of the codebook'),
    whole('assignment', 'assignments'),
    whole('round', 'agreement rounds'),
    whole('adjudication', 'decisions about disagreements'),
    whole('proposal', 'proposals for codes'),
    whole('erasure', 'records of what was erased'),
  ]
}

/** The inquiry, its guide, its variables and codes. */
export function facts(project: Project): Loss[] {
  const { tables, turns } = project
  const sources = [...tables.source.values()]
  const asked = sources.reduce((sum, source) => sum + Object.keys(source.asked ?? {}).length, 0)
  const put = [...turns.values()].flat().filter((turn) => turn.question !== undefined).length
  const codes = [...tables.code.values()]
  const attributes = [...tables.attribute.values()]
  return [
    {
      key: 'inquiry',
      count: tables.inquiry.size === 0 ? 0 : saidOf(inquiryOf(project)),
      what: 'statements about the inquiry (aims, positionality, period, audiences, who leads)',
      fate: 'left out',
      becomes: 'left out',
    },
    lost('question', tables.question.size, 'questions of the interview guide'),
    lost('asked', asked, 'answers to whether a question was asked'),
    lost('turn questions', put, 'turns linked to a question'),
    lost('colours', codes.filter(hasOddColour).length, 'colours of codes that other tools cannot read'),
    {
      key: 'same names',
      count: sharedNames(codes),
      of: codes.length,
      what: 'codes that share their name with another',
      fate: 'otherwise',
      becomes: 'some tools, such as QualCoder, take one code of each name and lose the codings of the others',
    },
    loamOnly(
      'code origins',
      codes.filter(hasMore).length,
      codes.length,
      'codes with an origin, other names or a section',
    ),
    {
      ...loamOnly(
        'choices',
        attributes.filter(({ kind }) => kind === 'choice').length,
        attributes.length,
        '',
      ),
      what: 'variables with a list of choices',
      becomes: 'are text variables for other tools',
    },
    {
      key: 'values',
      count: oddValues(project),
      what: 'values that do not fit their variable',
      fate: 'otherwise',
      becomes: 'are written as text',
    },
    {
      key: 'signs',
      count: oddTexts(project),
      what: 'names and notes with signs that XML does not know',
      fate: 'otherwise',
      becomes: '“\uFFFD” stands in the place of each such sign',
    },
  ]
}

/** Participants: names behind pseudonyms, and what they allow. */
export function people({ tables }: Project): Loss[] {
  const all = [...tables.participant.values()]
  const of = all.length
  const restrictions = [...tables.restriction.values()]
  const careful = all.filter(({ consent, consentFor }) => consent !== 'quote' || consentFor).length
  const told = 'other tools do not know it, and show words that may not be quoted'
  return [
    {
      ...lost('names', all.filter(({ name }) => name !== undefined).length, 'names behind pseudonyms'),
      becomes: 'pseudonyms stand there',
    },
    lost(
      'consent notes',
      all.filter(({ consentNote }) => consentNote !== undefined).length,
      'notes on consent',
    ),
    lost(
      'restriction reasons',
      restrictions.filter(({ reason }) => reason !== undefined).length,
      'reasons of restrictions',
    ),
    {
      ...loamOnly('consent', careful, of, 'participants who do not allow everything'),
      becomes: told,
    },
    {
      ...loamOnly('restrictions', restrictions.length, undefined, 'passages that are restricted'),
      becomes: told,
    },
  ]
}

/** Who speaks when, and what else a source is besides its words; and what memos are about. */
export function speech(project: Project): Loss[] {
  const { tables } = project
  const sources = [...tables.source.values()]
  const memos = [...tables.memo.values()]
  const turns = [...project.turns.values()].flat()
  const lines = turns.filter((turn) => turn.label === turn.start && (turn.speaker || turn.time !== undefined))
  const renamed = [...tables.speaker.values()].filter((speaker) => {
    const person = speaker.participant && tables.participant.get(speaker.participant)
    return person && person.pseudonym !== speaker.label
  })
  return [
    {
      key: 'label lines',
      count: lines.length,
      of: turns.length,
      what: 'turns whose label or time does not stand in the text',
      fate: 'otherwise',
      becomes: 'a line such as “Noor, 12:48” is put in before them',
    },
    {
      key: 'labels',
      count: renamed.length,
      of: tables.speaker.size,
      what: 'labels of speakers that are not their pseudonym',
      fate: 'otherwise',
      becomes: 'the pseudonym is named in their place; words in the text stay as they are',
    },
    {
      key: 'memos about participants',
      count: memos.filter(({ about }) => about.kind === 'participant').length,
      of: memos.length,
      what: 'memos about participants',
      fate: 'otherwise',
      becomes: 'are notes on the project for other tools',
    },
    loamOnly('turns', turns.length, undefined, 'turns, with who speaks and when'),
    loamOnly('memo kinds', memos.length, undefined, 'kinds of memos'),
    loamOnly('source facts', sources.length, undefined, 'kinds, states and formats of sources'),
    loamOnly(
      'blocks',
      sources.filter(({ blocks }) => blocks).length,
      sources.length,
      'sources with headings or stage directions',
    ),
  ]
}

function lost(key: string, count: number, what: string): Loss {
  return { key, count, what, fate: 'left out', becomes: 'left out' }
}

function loamOnly(key: string, count: number, of: number | undefined, what: string): Loss {
  return {
    key,
    count,
    ...(of === undefined ? {} : { of }),
    what,
    fate: 'only Loam',
    becomes: 'other tools pass over it',
  }
}

const saidFields = [
  'approachReason',
  'probabilitySampling',
  'aims',
  'positionality',
  'period',
  'audiences',
  'lead',
  'packet',
] as const satisfies readonly (keyof Inquiry)[]

function saidOf(inquiry: Inquiry): number {
  return saidFields.filter((field) => inquiry[field] !== undefined).length
}

function hasOddColour({ colour }: Code): boolean {
  return colour !== undefined && !/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour)
}

function sharedNames(codes: readonly Code[]): number {
  const byName = Map.groupBy(codes, ({ name }) => name)
  return codes.filter(({ name }) => (byName.get(name)?.length ?? 0) > 1).length
}

function hasMore({ from, key, aliases, section }: Code): boolean {
  return [from, key, aliases, section].some((each) => each !== undefined)
}

function oddValues({ tables }: Project): number {
  const owners = [...tables.participant.values(), ...tables.source.values()]
  return owners.reduce(
    (sum, { attributes = {} }) =>
      sum +
      Object.entries(attributes).filter(([id, value]) => {
        const attribute = tables.attribute.get(id)
        return !attribute || !fitsVariable(attribute, value)
      }).length,
    0,
  )
}

const writtenKinds = [
  'inquiry',
  'coder',
  'attribute',
  'participant',
  'source',
  'speaker',
  'code',
  'memo',
] as const

function oddTexts({ tables, codings }: Project): number {
  const isOdd = (entity: object) =>
    Object.values(entity).some((value) => typeof value === 'string' && !isLegalXml(value))
  const small = writtenKinds.flatMap((kind) => [...tables[kind].values()])
  return (
    small.filter((each) => isOdd(each) || ('attributes' in each && isOdd(each.attributes ?? {}))).length +
    [...codings.values()].flat().filter(({ note }) => note !== undefined && !isLegalXml(note)).length
  )
}
