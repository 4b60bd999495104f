import { expect, test } from 'vitest'
import { evidenceGroups } from '../../renderer/features/findings/evidence-groups.ts'
import { laidSection } from '../../renderer/features/findings/laid-section.ts'
import { withPlace, writingWish } from '../../renderer/features/findings/place-about.ts'
import { placeName } from '../../renderer/features/findings/place-name.ts'
import { sectionEvidence } from '../../renderer/features/findings/section-evidence.ts'
import { type Section, sectionsOf } from '../../renderer/features/findings/sections.ts'
import { toldParts } from '../../renderer/features/findings/told-parts.ts'
import { readLayer } from '../../shared/analysis/read-layer.ts'
import { tallyLayer } from '../../shared/analysis/tally.ts'
import { applyEdits } from '../../shared/change/apply-change.ts'
import type { Edit } from '../../shared/change/change.ts'
import { chooseQuote } from '../../shared/commands/choose-quote.ts'
import { writeProse } from '../../shared/commands/write-prose.ts'
import type { Project } from '../../shared/model/project.ts'
import { composeReport } from '../../shared/report/compose-report.ts'
import { laidBlocks } from '../../shared/report/grouped-blocks.ts'
import { proseFromText } from '../../shared/report/prose.ts'
import type { PrevalenceBlock, ReportBlock } from '../../shared/report/report-document.ts'
import { buildProject } from '../support/build-project.ts'
import { makingBy } from '../support/expect-change.ts'

const built = buildProject({
  coders: ['Hanneke'],
  participants: ['Noor', 'Ilse'],
  sources: [
    {
      name: 'One',
      turns: [
        [
          'Noor',
          'The floods came twice in six years and nobody slept. The children went indoors and stayed there. We sat in silence before every meeting at the weir. My body knew it before I did. In ten years the fear will be gone from it.',
        ],
      ],
    },
    {
      name: 'Two',
      turns: [
        [
          'Ilse',
          'Everything arrives at once and the city moves its one fire engine. I keep a notebook of what I got wrong that week. There will be less to repair, that is all I promise.',
        ],
      ],
    },
  ],
  codes: [
    { name: 'Crises', section: 'why-now', definition: 'Several at once' },
    { name: 'Pandemic', section: 'why-now' },
    { name: 'Inner work', section: 'practice' },
    { name: 'Embodiment', parent: 'Inner work' },
    { name: 'Silence', section: 'practice' },
    { name: 'Less fear', section: 'potential' },
    { name: 'Less repair', section: 'potential' },
  ],
  codings: [
    { source: 'One', code: 'Crises', quote: 'The floods came twice in six years and nobody slept.' },
    {
      source: 'Two',
      code: 'Crises',
      quote: 'Everything arrives at once and the city moves its one fire engine.',
    },
    { source: 'One', code: 'Pandemic', quote: 'The children went indoors and stayed there.' },
    { source: 'Two', code: 'Inner work', quote: 'I keep a notebook of what I got wrong that week.' },
    { source: 'One', code: 'Embodiment', quote: 'My body knew it before I did.' },
    { source: 'One', code: 'Silence', quote: 'We sat in silence before every meeting at the weir.' },
    { source: 'One', code: 'Less fear', quote: 'In ten years the fear will be gone from it.' },
    { source: 'Two', code: 'Less repair', quote: 'There will be less to repair, that is all I promise.' },
  ],
  reports: [{ title: 'Summary' }],
})
const report = built.report('Summary')
const making = makingBy(built.coder('Hanneke').id)
const codesToldTogether = ['Crises', 'Pandemic', 'Inner work', 'Silence', 'Less fear', 'Less repair']

function sectionIn(project: Project, anchor: string): Section {
  const found = sectionsOf(composeReport(project, built.texts, report)).find(
    (section) => section.heading.anchor === anchor,
  )
  if (!found) throw new Error(`There is no section ${anchor}`)
  return found
}

function sectionTelling(name: string): Section {
  const { id } = built.code(name)
  const found = ['why-now', 'practice-part', 'potential']
    .map((anchor) => sectionIn(built.project, anchor))
    .find((section) => section.blocks.some((block) => block.kind === 'prevalence' && block.code === id))
  if (!found) throw new Error(`Nothing is told of ${name}`)
  return found
}

function evidenceIn(project: Project, anchor: string) {
  const document = composeReport(project, built.texts, report)
  const tally = tallyLayer(project, readLayer(project, undefined))
  const section = sectionIn(project, anchor)
  return {
    section,
    evidence: sectionEvidence({ document, tally, texts: built.texts, report: report.id }, section),
  }
}

function after(edits: readonly Edit[] | undefined): Project {
  const applied = applyEdits(built.project, edits ?? [])
  if (!applied.ok) throw new Error('The edits do not fit the project')
  return applied.project
}

function told(name: string): PrevalenceBlock {
  const block = sectionTelling(name).blocks.find(
    (each) => each.kind === 'prevalence' && each.codeName === name,
  )
  if (block?.kind !== 'prevalence') throw new Error(`Nothing is told of ${name}`)
  return block
}

test('codes told together are laid out as on paper, and no empty place to write at is lost', () => {
  const { blocks } = sectionIn(built.project, 'why-now')
  expect(laidSection(blocks).map((block) => block.kind)).toEqual([
    'prose',
    'prose',
    'items',
    ...quotesIn(blocks),
    'prose',
  ])
  expect(laidSection(blocks).filter((block) => block.kind !== 'prose' || block.text !== '')).toEqual(
    laidBlocks(blocks),
  )
})

function quotesIn(blocks: readonly ReportBlock[]): readonly string[] {
  return blocks.filter((block) => block.kind === 'quote').map((block) => block.kind)
}

test('evidence stands with the code that tells it, quoted or not, and codes below with the one above them', () => {
  const { section, evidence } = evidenceIn(built.project, 'practice-part')
  expect(evidence.every((each) => each.code !== null)).toBe(true)
  const { groups, rest } = evidenceGroups(section, evidence)
  expect(Object.fromEntries(groups.map((group) => [group.name, group.evidence.length]))).toEqual({
    'Inner work': 2,
    Silence: 1,
  })
  expect(rest).toEqual([])
})

test.each(['why-now', 'practice-part', 'potential'])(
  'in %s any excerpt not quoted yet can be, and taken out again',
  (anchor) => {
    for (const { code, coding, source, standing } of evidenceIn(built.project, anchor).evidence) {
      if (!code) throw new Error('An excerpt belongs to no code that is told')
      const ref = { report: report.id, code, source, coding }
      const use = standing === 'here' ? 'leave out' : 'show'
      const decided = evidenceIn(after(chooseQuote(built.project, ref, use, making)?.edits), anchor).evidence
      expect(decided.find((each) => each.coding === coding)?.standing).toBe(
        use === 'show' ? 'here' : 'left out',
      )
    }
  },
)

test.each(codesToldTogether)('one can write on %s, at the very place the words then have', (name) => {
  const section = sectionTelling(name)
  const wish = writingWish(section, built.code(name).id)
  if (!wish) throw new Error(`There is no way to write on ${name}`)
  expect(placeName(section, wish)).toBe(name)
  const placed = withPlace(section.blocks, wish)
  const doc = proseFromText('We heard this often.')
  const written = after(
    writeProse(built.project, { report: report.id, place: wish.place, placeName: name, doc }, making)?.edits,
  )
  const now = sectionIn(written, section.heading.anchor).blocks
  expect(placesOf(now)).toEqual(placesOf(placed))
  expect(withPlace(now, wish)).toBe(now)
})

/** What stands in which order; words at a place do not change it. */
function placesOf(blocks: readonly ReportBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'prose') return [`${block.by} ${block.place}`]
    return block.kind === 'prevalence' ? [block.codeName] : []
  })
}

test('words on several codes of a list follow in the order of the codes', () => {
  const section = sectionIn(built.project, 'why-now')
  const [crises, pandemic] = ['Crises', 'Pandemic'].map((name) => writingWish(section, built.code(name).id))
  if (!crises || !pandemic) throw new Error('Both are told together')
  const order = placesOf(withPlace(withPlace(section.blocks, pandemic), crises))
  expect(order.indexOf(`lead ${crises.place}`)).toBeLessThan(order.indexOf(`lead ${pandemic.place}`))
  expect(placesOf(withPlace(withPlace(section.blocks, crises), pandemic))).toEqual(order)
})

test('a code under a heading of its own has its place there already', () => {
  const section = sectionIn(built.project, 'practice-part')
  expect(writingWish(section, built.code('Embodiment').id)).toBeNull()
})

test.each(codesToldTogether)(
  'what is told of %s reads the same when cut, and its name and numbers lead to it',
  (name) => {
    const block = told(name)
    const parts = toldParts(block)
    expect(parts.map((part) => part.text).join('')).toBe(block.text)
    const links = parts.filter((part) => part.kind !== 'words')
    expect(links.map((part) => part.text.replace('.', ''))).toContain(name)
    expect(links.some((part) => part.kind === 'number')).toBe(true)
    expect(links.every((part) => part.leadsTo.id === block.code)).toBe(true)
  },
)

test('a number told of a finer kind leads to that kind', () => {
  const finer = built.code('Embodiment')
  const parts = toldParts(told('Inner work'), [finer])
  expect(parts.map((part) => part.text).join('')).toBe(told('Inner work').text)
  expect(parts.filter((part) => part.leadsTo.id === finer.id && part.kind === 'number')).toEqual([
    { kind: 'number', text: '1 of 2', leadsTo: finer },
  ])
})
