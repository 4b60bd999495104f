import { readFileSync } from 'node:fs'
import type { Gesture } from '../shared/change/change.ts'
import { create } from '../shared/change/edit.ts'
import { scalingDeep } from '../shared/codebooks/scaling-deep.ts'
import { addStarterCodebook, type StarterTier } from '../shared/commands/add-starter-codebook.ts'
import { changeParticipant } from '../shared/commands/change-participant.ts'
import { importAttributes, suggestMapping } from '../shared/commands/import-attributes.ts'
import { newProject } from '../shared/commands/new-project.ts'
import { newReport } from '../shared/commands/new-report.ts'
import { writeProse } from '../shared/commands/write-prose.ts'
import { readAttributes } from '../shared/importers/read-attributes.ts'
import type { Participant } from '../shared/model/entities.ts'
import { keysBetween } from '../shared/model/order.ts'
import type { Project } from '../shared/model/project.ts'
import { proseFromText } from '../shared/report/prose.ts'
import {
  fail,
  folder,
  guide,
  hour,
  type InquiryFile,
  inquiry,
  lead,
  minute,
  must,
  notes,
  on,
  type SampleMaking,
  type Step,
} from './sample-facts.ts'

/** How the inquiry is set up: inquiry, coders, codebook, guide, participants and, later, who withdrew. */
export function beginning(): Step[] {
  const { coders, sources: _, restrictions: __, participants, ...told } = inquiry
  const start = on('2025-03-03', 9)
  const first = coders[0] ?? fail('nobody codes')
  const people = keysBetween(null, null, participants.length)
  const questions = keysBetween(null, null, guide.length)
  const others = coders.slice(1).map((coder) => create('coder', { ...coder, id: must<'coder'>(coder.id) }))
  return [
    { at: start, by: lead, take: (_project, making) => newProject({ ...told, coder: first }, making) },
    {
      at: start + 4 * minute,
      by: lead,
      take: () => ({ label: `Add coder ${coders[1]?.name ?? ''}`, edits: others }),
    },
    codebookStep(start + 9 * minute, ['branch', 'open']),
    codebookStep(on('2025-04-02', 14), ['branch', 'open', 'optional']),
    codebookStep(on('2025-07-01', 10), ['branch', 'open', 'optional', 'second-cycle']),
    {
      at: start + 26 * minute,
      by: lead,
      take: () => ({
        label: `Add ${guide.length} questions`,
        edits: guide.map(({ id, text }, i) =>
          create('question', { id: must<'question'>(id), text, version: 1, order: questions[i] ?? 'V' }),
        ),
      }),
    },
    {
      at: start + 55 * minute,
      by: lead,
      take: () => ({
        label: `Add ${participants.length} participants`,
        edits: participants.map((person, i) =>
          create('participant', asParticipant(person, people[i] ?? 'V')),
        ),
      }),
    },
    { at: start + 58 * minute, by: lead, cause: 'import', take: participantFacts },
    // Gerrit took part like everybody else, and withdrew in July.
    ...participants
      .filter(({ consent }) => consent === 'withdrawn')
      .map(
        (person): Step => ({
          at: on('2025-07-21', 8.5),
          by: lead,
          take: (project) => withdrawal(project, person),
        }),
      ),
  ]
}

function codebookStep(at: number, tiers: readonly StarterTier[]): Step {
  return { at, by: lead, take: (project, making) => addStarterCodebook(project, scalingDeep, making, tiers) }
}

function asParticipant(
  { consent, consentNote, ...person }: InquiryFile['participants'][number],
  order: string,
): Participant {
  const id = must<'participant'>(person.id)
  const told = {
    id,
    pseudonym: person.pseudonym,
    name: person.name,
    order,
    ...(person.consentFor ? { consentFor: person.consentFor } : {}),
  }
  if (consent === 'withdrawn') return { ...told, consent: 'quote' }
  return { ...told, consent, ...(consentNote === undefined ? {} : { consentNote }) }
}

function participantFacts(project: Project, making: SampleMaking): Gesture | null {
  const table = readAttributes({
    name: 'participants.csv',
    bytes: new Uint8Array(readFileSync(new URL('participants.csv', folder))),
  })
  return table.ok
    ? importAttributes(project, table, suggestMapping(project, table), making)
    : fail(table.problem)
}

function withdrawal(
  project: Project,
  { id, consentNote = '' }: InquiryFile['participants'][number],
): Gesture | null {
  const change = changeParticipant(project, must<'participant'>(id), { consent: 'withdrawn', consentNote })
  return change.ok ? change.gesture : fail(change.problem)
}

/** How the report's places are called in its headings, for the history. */
const placeNames: Readonly<Record<string, string>> = {
  about: 'About the inquiry',
  'why-now': 'Why now',
  barriers: 'Barriers',
  next: 'What next',
}

/** The report and what the lead writes in it. */
export function ending(): Step[] {
  const begun = on('2025-07-24', 10)
  const places = Object.entries(notes.slots)
  return [
    {
      at: begun,
      by: lead,
      take: (_project, making) =>
        newReport(_project, { template: 'research-summary', title: notes.title }, making).gesture,
    },
    ...places.map(
      ([name, text], i): Step => ({
        at: begun + (i + 1) * 2 * hour,
        by: lead,
        take(project, making) {
          const [report] = project.tables.report.values()
          const place = name === 'barriers' ? 'barrier' : name
          return report
            ? writeProse(
                project,
                { report: report.id, place, placeName: placeNames[name] ?? name, doc: proseFromText(text) },
                making,
              )
            : null
        },
      }),
    ),
  ]
}
