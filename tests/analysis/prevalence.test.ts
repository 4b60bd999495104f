import fc from 'fast-check'
import { expect, test } from 'vitest'
import { denominator } from '../../shared/analysis/denominator.ts'
import { type Prevalence, prevalenceOf, prevalences } from '../../shared/analysis/prevalence.ts'
import { readLayer } from '../../shared/analysis/read-layer.ts'
import { tallyLayer } from '../../shared/analysis/tally.ts'
import type { Consent, SourceKind, Stance } from '../../shared/model/entities.ts'
import type { Project } from '../../shared/model/project.ts'
import { type BuiltProject, buildProject, type ProjectSpec } from '../support/build-project.ts'

const count = (built: BuiltProject, code: string): Prevalence =>
  prevalenceOf(tallyLayer(built.project, readLayer(built.project)), built.code(code).id)

const words = 'The money never came and the people stayed.'
const met = (name: string, kind: SourceKind = 'interview', source = name) => ({
  name: source,
  kind,
  turns: [
    ['I', 'Well?'],
    [name, words],
  ] as const,
})
const says = (source: string, code = 'Funding', stance?: Stance, coder?: string) => ({
  source,
  code,
  quote: words,
  ...(stance ? { stance } : {}),
  ...(coder ? { coder } : {}),
})

test('participants are counted, not passages, and someone met twice counts once', () => {
  const built = buildProject({
    participants: ['Noor', 'Ilse'],
    sources: [met('Noor'), met('Noor', 'interview', 'Noor again'), met('Ilse')],
    codes: ['Funding'],
    codings: [says('Noor'), says('Noor again'), { ...says('Noor'), quote: 'The money' }],
  })
  expect(count(built, 'Funding')).toMatchObject({
    n: 1,
    of: 2,
    silent: 1,
    passages: 3,
    participants: [built.participant('Noor').id],
  })
})

test('interviews and group sessions have their own denominators', () => {
  const built = buildProject({
    participants: ['Noor', 'Ilse', 'Okan'],
    sources: [met('Noor'), met('Ilse'), met('Okan', 'group', 'S1'), met('Noor', 'group', 'S2')],
    codes: ['Funding'],
    codings: [says('Noor'), says('S1')],
  })
  expect(count(built, 'Funding')).toMatchObject({ n: 1, of: 2, inSessions: 1, sessions: 2 })
  const { tookPart, interviewed, inSessions, counts } = denominator(built.project)
  expect([tookPart.length, interviewed.length, inSessions.length, counts]).toEqual([3, 2, 2, 'interviewed'])
})

test('where there were only group sessions, those who took part in them are counted', () => {
  const built = buildProject({
    participants: ['Okan', 'Ilse'],
    sources: [met('Okan', 'group'), met('Ilse', 'group')],
    codes: ['Funding'],
    codings: [says('Okan')],
  })
  expect(count(built, 'Funding')).toMatchObject({ n: 1, of: 2, inSessions: 1, sessions: 2 })
})

test('who denies and who tells of others is not among those who say it of themselves', () => {
  const people = ['A', 'B', 'C', 'D', 'E', 'F']
  const built = buildProject({
    participants: people.map((name) => `${name}.`),
    sources: people.map((name) => met(`${name}.`)),
    codes: ['Funding'],
    codings: [
      says('A.'),
      says('B.', 'Funding', 'denies'),
      says('C.', 'Funding', 'reports'),
      says('D.', 'Funding', 'overcome'),
      says('E.', 'Funding', 'mixed'),
    ],
  })
  expect(count(built, 'Funding')).toMatchObject({
    n: 3,
    of: 6,
    affirms: 1,
    denies: 1,
    reports: 1,
    overcome: 1,
    mixed: 1,
    silent: 1,
  })
})

test('yes in one passage and no in another is mixed', () => {
  const built = buildProject({
    participants: ['Noor'],
    sources: [met('Noor')],
    codes: ['Funding'],
    codings: [says('Noor'), { ...says('Noor', 'Funding', 'denies'), quote: 'the people stayed' }],
  })
  expect(count(built, 'Funding')).toMatchObject({ n: 1, mixed: 1, denies: 0 })
})

test('a branch counts the codes below it, and denying one of them does not deny the branch', () => {
  const built = buildProject({
    participants: ['Noor', 'Ilse'],
    sources: [met('Noor'), met('Ilse')],
    codes: ['Barriers', { name: 'Funding', parent: 'Barriers' }, { name: 'Speed', parent: 'Barriers' }],
    codings: [says('Noor'), says('Noor', 'Speed', 'denies'), says('Ilse', 'Speed', 'denies')],
  })
  expect(count(built, 'Barriers')).toMatchObject({
    n: 1,
    denies: 1,
    mixed: 0,
    passages: 3,
    withDescendants: true,
  })
  const tally = tallyLayer(built.project, readLayer(built.project))
  expect(prevalenceOf(tally, built.code('Barriers').id, undefined, false)).toMatchObject({
    n: 0,
    passages: 0,
  })
})

test('interviewers and unknown voices count for nobody and are told apart', () => {
  const built = buildProject({
    participants: ['Noor'],
    sources: [met('Noor')],
    codes: ['Funding'],
    codings: [{ source: 'Noor', code: 'Funding', quote: 'Well?' }],
  })
  expect(count(built, 'Funding')).toMatchObject({ n: 0, of: 1, passages: 0 })
  expect(tallyLayer(built.project, readLayer(built.project)).unattributed).toBe(1)
})

test('nobody knows who was asked until a question is linked; then silence after being asked shows', () => {
  const spec: ProjectSpec = {
    participants: ['Noor', 'Ilse', 'Okan', 'Mira'],
    questions: ['What about money?'],
    sources: [
      { ...met('Noor'), asked: { 'What about money?': 'asked' } },
      { ...met('Ilse'), asked: { 'What about money?': 'asked' } },
      { ...met('Okan'), asked: { 'What about money?': 'not asked' } },
      met('Mira'),
    ],
    codes: ['Funding'],
    codings: [{ ...says('Noor'), origin: 'prompted' }],
  }
  const unlinked = buildProject(spec)
  expect(count(unlinked, 'Funding')).toMatchObject({ asked: null, notAsked: null })
  const question = unlinked.question('What about money?').id
  const { id } = unlinked.source('Noor')
  const turns = (unlinked.project.turns.get(id) ?? []).map((turn, i) =>
    i === 0 ? { ...turn, question } : turn,
  )
  const linked = {
    ...unlinked,
    project: { ...unlinked.project, turns: new Map(unlinked.project.turns).set(id, turns) },
  }
  expect(count(linked, 'Funding')).toMatchObject({ asked: 2, notAsked: 1 })
})

test('a passage withdrawn by a restriction is not counted', () => {
  const built = buildProject({
    participants: ['Noor'],
    sources: [met('Noor')],
    codes: ['Funding'],
    codings: [says('Noor')],
    restrictions: [{ source: 'Noor', quote: 'the people', consent: 'withdrawn' }],
  })
  expect(count(built, 'Funding')).toMatchObject({ n: 0, of: 1, passages: 0 })
})

const stance = fc.constantFrom<(Stance | undefined)[]>(
  undefined,
  'affirms',
  'denies',
  'overcome',
  'mixed',
  'reports',
)
const consent = fc.constantFrom<Consent[]>('quote', 'paraphrase', 'count', 'withdrawn')
const inquiries = fc.record({
  people: fc.array(
    fc.record({ consent, kind: fc.constantFrom<SourceKind[]>('interview', 'group', 'survey') }),
    { minLength: 1, maxLength: 8 },
  ),
  codings: fc.array(fc.record({ who: fc.nat(7), code: fc.constantFrom('All', 'A', 'B'), stance }), {
    maxLength: 20,
  }),
})

function build({
  people,
  codings,
}: typeof inquiries extends fc.Arbitrary<infer I> ? I : never): BuiltProject {
  return buildProject({
    coders: ['Ada', 'Ben'],
    participants: people.map(({ consent: allowed }, i) => ({ name: `Voice ${i}`, consent: allowed })),
    sources: people.map(({ kind }, i) => met(`Voice ${i}`, kind)),
    codes: ['All', { name: 'A', parent: 'All' }, { name: 'B', parent: 'All' }],
    codings: codings
      .filter(({ who }) => who < people.length)
      .map(({ who, code, stance: stated }) => says(`Voice ${who}`, code, stated)),
  })
}

test('everybody counted stands in exactly one place, and n never exceeds N', () => {
  fc.assert(
    fc.property(inquiries, (inquiry) => {
      const built = build(inquiry)
      for (const each of prevalences(tallyLayer(built.project, readLayer(built.project))).values()) {
        expect(each.affirms + each.overcome + each.mixed + each.denies + each.reports + each.silent).toBe(
          each.of,
        )
        expect(each.n).toBe(each.affirms + each.overcome + each.mixed)
        expect(each.participants).toHaveLength(each.n)
        expect(each.inSessions).toBeLessThanOrEqual(each.sessions)
      }
    }),
  )
})

test('a second coder who codes the same changes no number', () => {
  fc.assert(
    fc.property(inquiries, (inquiry) => {
      const built = build(inquiry)
      const ben = built.coder('Ben').id
      const twice: Project['codings'] = new Map(
        [...built.project.codings].map(([source, list]) => [
          source,
          list.flatMap((coding) => [coding, { ...coding, coder: ben }]),
        ]),
      )
      const counts = (project: Project) => [...prevalences(tallyLayer(project, readLayer(project))).values()]
      expect(counts({ ...built.project, codings: twice })).toEqual(counts(built.project))
    }),
  )
})

test('somebody withdrawn is in no number', () => {
  fc.assert(
    fc.property(inquiries, (inquiry) => {
      const built = build(inquiry)
      const without = build({
        people: inquiry.people,
        codings: inquiry.codings.filter(({ who }) => inquiry.people[who]?.consent !== 'withdrawn'),
      })
      const counts = ({ project }: BuiltProject) => [
        ...prevalences(tallyLayer(project, readLayer(project))).values(),
      ]
      expect(counts(built)).toEqual(counts(without))
      const gone = new Set(
        inquiry.people.flatMap(({ consent: allowed }, i) =>
          allowed === 'withdrawn' ? [built.participant(`Voice ${i}`).id] : [],
        ),
      )
      for (const each of counts(built)) expect(each.participants.some((id) => gone.has(id))).toBe(false)
    }),
  )
})
