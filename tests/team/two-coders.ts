import { applyEdits } from '../../shared/change/apply-change.ts'
import { startRound } from '../../shared/commands/start-round.ts'
import type { Project } from '../../shared/model/project.ts'
import type { AgreementRound } from '../../shared/model/team-entities.ts'
import { type BuiltProject, buildProject } from '../support/build-project.ts'
import { makingBy } from '../support/expect-change.ts'

/** Two coders who read one interview of four answers: they agree on the first, differ on the second and the third, and
    neither coded the fourth. */
export function twoCoders(): BuiltProject {
  return buildProject({
    coders: ['Ada', 'Bo', 'Cy'],
    participants: ['Noor'],
    sources: [
      {
        name: 'Interview 1',
        turns: [
          ['Noor', 'The money ran out in May and nobody said so.'],
          ['Noor', 'We count what can be counted, and leave the rest.'],
          ['Noor', 'Trust grows slowly here.'],
          ['Noor', 'That is all I know.'],
        ],
      },
      { name: 'Interview 2', turns: [['Noor', 'Later we met again.']] },
    ],
    codes: ['Funding', 'Metrics', 'Trust'],
    codings: [
      {
        source: 'Interview 1',
        code: 'Funding',
        quote: 'The money ran out in May',
        coder: 'Ada',
        stance: 'affirms',
      },
      { source: 'Interview 1', code: 'Funding', quote: 'ran out in May and nobody said so', coder: 'Bo' },
      {
        source: 'Interview 1',
        code: 'Metrics',
        quote: 'We count what can be counted',
        coder: 'Ada',
        note: 'Numbers',
      },
      { source: 'Interview 1', code: 'Trust', quote: 'Trust grows slowly here', coder: 'Bo' },
    ],
  })
}

/** The project with a round of Ada and Bo in it. */
export function withRound(
  { project, coder }: BuiltProject,
  told: Partial<Pick<AgreementRound, 'unit' | 'uncoded' | 'blank'>> = {},
): { readonly project: Project; readonly round: AgreementRound } {
  const started = startRound(
    project,
    {
      name: 'Pilot',
      coders: [coder('Ada').id, coder('Bo').id],
      codebook: { freezeAs: 'First' },
      unit: 'turns',
      uncoded: 'counted',
      blank: 'not read',
      ...told,
    },
    makingBy(coder('Ada').id, 2_000_000),
  )
  if (!started.ok) throw new Error(started.problem)
  const applied = applyEdits(project, started.gesture.edits)
  if (!applied.ok) throw new Error(applied.problem)
  return { project: applied.project, round: started.round }
}
