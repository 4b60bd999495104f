import fc from 'fast-check'
import type { Edit } from '../../shared/change/change.ts'
import { create, update } from '../../shared/change/edit.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { derivedId } from '../../shared/exchange/fingerprint.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Coding, Source } from '../../shared/model/entities.ts'
import type { Id } from '../../shared/model/ids.ts'
import { entity, inquiryOf } from '../../shared/model/project.ts'
import { archiveOf, recipes } from './arbitrary-archive.ts'

/** What an inquiry may hold besides sources, codes, codings and memos. */
const extras = [
  'inquiry',
  'question',
  'report',
  'translation',
  'team',
  'recording',
  'blocks',
  'codes',
  'choices',
  'consent note',
  'erasure',
  'participant memo',
  'colour',
] as const
export type Extra = (typeof extras)[number]

/** Archives with any of what Loam knows: names without letters and empty names are left to other tests. */
export const richArchives: fc.Arbitrary<Archive> = fc
  .tuple(recipes, fc.subarray([...extras]))
  .map(([recipe, more]) =>
    withExtras(archiveOf({ ...recipe, words: recipe.words.map((word) => `${word}.`) }), more),
  )

/** The same archive with more in it. */
export function withExtras(archive: Archive, more: readonly Extra[]): Archive {
  const by = archive.changes[0]?.by ?? derivedId<'coder'>('nobody')
  const making = { newId: counting(), at: 1_700_000_100_000, by, copy: derivedId<'copy'>('rich') }
  const edits = more.flatMap((each) => makers[each](archive, making))
  return { ...archive, ...recordGesture({ label: 'More', edits }, archive, making) }
}

interface Maker {
  readonly newId: <K extends string>() => Id<K>
  readonly at: number
  readonly by: Id<'coder'>
}

const makers: Readonly<Record<Extra, (archive: Archive, making: Maker) => Edit[]>> = {
  inquiry: ({ project }, { by }) => [
    update('inquiry', inquiryOf(project), {
      aims: ['To listen'],
      period: '2024',
      positionality: 'From here',
      lead: by,
    }),
  ],
  question: ({ project }, { newId }) => {
    const question = { id: newId<'question'>(), text: 'How did it begin?', version: 1, order: 'V' }
    return [
      create('question', question),
      ...firstOf(project.tables.source).map((source) =>
        update('source', source, { asked: { [question.id]: 'asked' } }),
      ),
      ...[...project.turns.values()]
        .flat()
        .slice(0, 1)
        .map((turn) => update('turn', turn, { question: question.id })),
    ]
  },
  report: ({ project }, { newId, at }) => {
    const report = {
      id: newId<'report'>(),
      template: 'summary',
      title: 'What we heard',
      madeAt: at,
      order: 'V',
    }
    const choices = someCoding(project.codings).map((coding) =>
      create('quoteChoice', {
        id: newId<'quoteChoice'>(),
        report: report.id,
        code: coding.code,
        source: coding.source,
        coding: coding.id,
        use: 'show',
      }),
    )
    const doc = { type: 'doc', content: [] } as const
    return [
      create('report', report),
      create('prose', { id: newId<'prose'>(), report: report.id, place: 'about', doc }),
      ...choices,
    ]
  },
  translation: ({ project }, { newId }) =>
    firstOf(project.tables.source).map((source) =>
      create('translation', {
        id: newId<'translation'>(),
        source: source.id,
        language: 'English',
        translator: 'Ada',
        content: source.content,
        of: source.content,
        stretches: [],
        order: 'V',
      }),
    ),
  team: ({ project }, { newId, by, at }) => {
    const version = { id: newId<'codebookVersion'>(), name: 'First', codes: [], by, at }
    const made = { by, at }
    const code = [...project.tables.code.values()][0]?.id ?? newId<'code'>()
    return [
      create('codebookVersion', version),
      create('round', {
        id: newId<'round'>(),
        name: 'Round 1',
        coders: [by],
        unit: 'turns',
        uncoded: 'counted',
        blank: 'not read',
        codebook: version.id,
        order: 'V',
        ...made,
      }),
      create('proposal', { id: newId<'proposal'>(), name: 'Elders', status: 'open', ...made }),
      ...firstOf(project.tables.source).flatMap((source) => [
        create('assignment', { id: newId<'assignment'>(), source: source.id, coder: by, ...made }),
        create('adjudication', {
          id: newId<'adjudication'>(),
          source: source.id,
          content: source.content,
          start: 0,
          end: 1,
          code,
          decided: 'applies',
          reason: 'Said so',
          ...made,
        }),
      ]),
    ]
  },
  recording: ({ project }) =>
    firstOf(project.tables.source).map((source) =>
      update('source', source, { recording: { kind: 'audio', name: 'a.mp3', bytes: 9, mark: '00' } }),
    ),
  blocks: ({ project }) =>
    firstOf(project.tables.source).map((source) => update('source', source, { blocks: [0, 0, 1] })),
  codes: ({ project }) =>
    [...project.tables.code.values()].slice(0, 1).map((code) =>
      update('code', code, {
        definition: 'Slow\n\nInclude: waiting',
        exclude: 'haste',
        from: 'Elsewhere',
        aliases: ['Pace'],
        section: 'barriers',
      }),
    ),
  choices: (_, { newId }) => [
    create('attribute', {
      id: newId<'attribute'>(),
      of: 'source',
      name: 'Wave',
      kind: 'choice',
      choices: ['one', 'two'],
      order: 'Y',
    }),
  ],
  'consent note': ({ project }) =>
    [...project.tables.participant.values()]
      .slice(0, 1)
      .map((person) => update('participant', person, { consentNote: 'by phone' })),
  erasure: (_, { newId, by, at }) => [
    create('erasure', {
      id: newId<'erasure'>(),
      by,
      at,
      sources: 0,
      participants: 0,
      names: 0,
      passages: 0,
      wholeWords: true,
      matchCase: true,
      put: '[name]',
      gone: [],
      hashes: [],
      touched: [],
      rewritten: [],
      fields: [],
    }),
  ],
  'participant memo': ({ project }, { newId, by, at }) =>
    [...project.tables.participant.values()].slice(0, 1).map((person) =>
      create('memo', {
        id: newId<'memo'>(),
        kind: 'analytic',
        title: 'On her',
        text: 'She waits',
        about: { kind: 'participant', participant: entity(project, 'participant', person.id).id },
        by,
        at,
      }),
    ),
  colour: ({ project }) =>
    [...project.tables.code.values()].slice(-1).map((code) => update('code', code, { colour: 'teal' })),
}

function firstOf(table: ReadonlyMap<string, Source>): Source[] {
  return [...table.values()].slice(0, 1)
}

function someCoding(codings: ReadonlyMap<string, readonly Coding[]>): Coding[] {
  return [...codings.values()].flat().slice(0, 1)
}

function counting(): <K extends string>() => Id<K> {
  let count = 0
  return <K extends string>() => derivedId<K>('rich', String(++count))
}
