import type { AgreementWish } from '../../shared/analysis/agreement/agreement-wish.ts'
import { wishOfRound } from '../../shared/analysis/agreement/round-wish.ts'
import type { AgreementRoundsDocument } from '../../shared/cli.ts'
import { inOrder, type Project } from '../../shared/model/project.ts'
import type { AgreementRound } from '../../shared/model/team-entities.ts'
import type { CommandResult } from './command.ts'

/** The rounds of a project, for a person and as JSON. */
export function roundsOf(project: Project, messages: readonly string[]): CommandResult {
  const json = roundsDocument(project)
  const lines = json.rounds.map(({ name, coders, unit, compared }) => {
    const alpha = compared?.krippendorffAlpha
    const result = compared ? `α ${alpha == null ? 'undefined' : alpha.toFixed(2)}` : 'not compared yet'
    return `${name}: ${coders.join(', ')}; ${unit}; ${result}`
  })
  return { exit: 0, json, text: lines.length > 0 ? lines.join('\n') : 'There are no rounds.', messages }
}

/** What the round of a name asks to compare, as far as the project still has it; in words why it cannot be told. */
export function wishOfNamed(
  project: Project,
  name: string,
): { readonly ok: true; readonly wish: AgreementWish } | { readonly ok: false; readonly problem: string } {
  const found = roundNamed(project, name)
  return found.ok ? { ok: true, wish: wishOfRound(project, found.round).wish } : found
}

/** The round of a name, as written or whatever the capitals; in words why it cannot be told. */
export function roundNamed(
  project: Project,
  name: string,
): { readonly ok: true; readonly round: AgreementRound } | { readonly ok: false; readonly problem: string } {
  const rounds = inOrder(project.tables.round)
  const exact = rounds.filter((round) => round.name === name)
  const found = exact.length > 0 ? exact : rounds.filter((round) => same(round.name, name))
  const [round] = found
  if (!round) {
    const names = rounds.map((each) => `“${each.name}”`).join(', ')
    return { ok: false, problem: `There is no round “${name}”.${names ? ` There is: ${names}.` : ''}` }
  }
  if (found.length > 1)
    return { ok: false, problem: `Several rounds are called “${name}”; rename one of them.` }
  return { ok: true, round }
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

function roundsDocument(project: Project): AgreementRoundsDocument {
  return { rounds: inOrder(project.tables.round).map((round) => roundInNames(project, round)) }
}

function roundInNames(project: Project, round: AgreementRound): AgreementRoundsDocument['rounds'][number] {
  const { name, note, coders, codes, sources, unit, uncoded, blank, codebook, result } = round
  const alpha = result?.overall.krippendorffAlpha
  return {
    name,
    note: note ?? null,
    coders: coders.map((id) => project.tables.coder.get(id)?.initials ?? '?'),
    codes: codes?.length ?? null,
    sources: sources?.length ?? null,
    ...{ unit, uncoded, blank },
    codebook: project.tables.codebookVersion.get(codebook)?.name ?? '',
    compared: result ? { at: result.at, krippendorffAlpha: typeof alpha === 'number' ? alpha : null } : null,
  }
}
