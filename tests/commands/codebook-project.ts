import type { Coding } from '../../shared/model/entities.ts'
import type { Project } from '../../shared/model/project.ts'
import { type BuiltProject, buildProject } from '../support/build-project.ts'

/** Two interviews and a small tree: Barriers over Funding and Metrics, Funding over Late grants. */
export function codebookProject(): BuiltProject {
  return buildProject({
    coders: ['Ada', 'Ben'],
    participants: ['Noor', 'Ilse'],
    sources: [
      {
        name: 'Interview 1',
        turns: [
          ['I', 'What stood in the way?'],
          ['Noor', 'No grant covers the first year. They count heads, not ties.'],
        ],
      },
      {
        name: 'Interview 2',
        turns: [
          ['I', 'And for you?'],
          ['Ilse', 'Money came late. We counted what nobody needed.'],
        ],
      },
    ],
    codes: [
      'Practice',
      { name: 'Barriers', codable: false },
      { name: 'Funding', parent: 'Barriers', definition: 'Money is missing.', colour: '#B5504F' },
      { name: 'Metrics', parent: 'Barriers', aliases: ['Counting'] },
      { name: 'Late grants', parent: 'Funding' },
    ],
    codings: [
      {
        source: 'Interview 1',
        code: 'Funding',
        quote: 'No grant covers the first year.',
        stance: 'affirms',
        note: 'Said quietly',
      },
      {
        source: 'Interview 1',
        code: 'Metrics',
        quote: 'No grant covers the first year.',
        stance: 'denies',
        note: 'Said of others',
        star: true,
      },
      { source: 'Interview 1', code: 'Metrics', quote: 'They count heads, not ties.' },
      { source: 'Interview 2', code: 'Funding', quote: 'Money came late.', coder: 'Ben' },
      { source: 'Interview 2', code: 'Late grants', quote: 'Money came late.', coder: 'Ben' },
      { source: 'Interview 2', code: 'Metrics', quote: 'Money came late.', coder: 'Ada', flag: true },
    ],
  })
}

/** Every coding of a project, all sources. */
export function allCodings(project: Project): readonly Coding[] {
  return [...project.codings.values()].flat()
}

/** Names of the codes a code holds, in order; of the top without one. */
export function below(project: Project, name: string | null): string[] {
  const codes = [...project.tables.code.values()].sort((a, b) => (a.order < b.order ? -1 : 1))
  const parent = name === null ? undefined : codes.find((code) => code.name === name)?.id
  return codes.filter((code) => code.parent === parent).map((code) => code.name)
}
