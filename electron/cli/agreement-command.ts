import { basename } from 'node:path'
import {
  agreementDocument,
  disagreementsWithNames,
  projectAgreementDocument,
} from '../../shared/analysis/agreement/agreement-document.ts'
import type { AgreementUnit, AgreementWish } from '../../shared/analysis/agreement/agreement-wish.ts'
import { coefficientsOfSpans } from '../../shared/analysis/agreement/all-coefficients.ts'
import { compareCoders } from '../../shared/analysis/agreement/compare-coders.ts'
import { disagreementsOf } from '../../shared/analysis/agreement/disagreements.ts'
import { layEndToEnd } from '../../shared/analysis/agreement/lay-end-to-end.ts'
import { agreementOfData } from '../../shared/analysis/agreement/read-agreement-data.ts'
import { seededRandom } from '../../shared/analysis/agreement/seeded-random.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { inOrder, sourcesInOrder } from '../../shared/model/project.ts'
import { roundsOf, wishOfNamed } from './agreement-rounds.ts'
import { agreementText, projectAgreementText } from './agreement-text.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { openProject, readBytes, textsOf } from './open-project.ts'
import { type Arguments, parseArguments } from './parse-arguments.ts'

const units: readonly AgreementUnit[] = ['turns', 'characters', 'passages']
const draws = 1000

export const agreementCommand: Command = {
  summary: 'compare coders',
  help: `loam agreement P.qdpx --coders A,B [--json]
loam agreement P.qdpx --round NAME [--json]
loam agreement P.qdpx --rounds [--json]
loam agreement --data FILE.json [--json]

Says how far coders agree, code by code and over all codes, each from their own layer, on the sources that at
least two of them coded. With --data it computes every coefficient that published or other data allow:
{"table": [[…]]}, {"ratings": {"A": [1, null, …], …}, "level": "nominal|ordinal|interval|ratio"},
{"counts": [[…]]}, or {"length": 60, "spans": {"Alex": [[0, 7, "1"], …]}}.

  --coders A,B       names or initials, two or more
  --round NAME       compares what a round of the project asks for; coders, codes, sources and units are its own
  --rounds           lists the rounds of the project
  --codes X,Y        only these codes, by name (not those below them)
  --sources S,T      only these sources, by name
  --unit UNIT        turns (default), characters, or passages (only what was coded)
  --leave-out-uncoded   units nobody coded do not count as agreement
  --blank-counts     a source without codings of a coder was read, and nothing found
  --disagreements    also lists every place of disagreement (with --json)
  --json             everything as JSON`,
  run,
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, {
    data: 'text',
    coders: 'texts',
    codes: 'texts',
    sources: 'texts',
    unit: 'text',
    'leave-out-uncoded': 'flag',
    'blank-counts': 'flag',
    disagreements: 'flag',
    round: 'text',
    rounds: 'flag',
  })
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const { given } = parsed
  const data = given.text('data')
  const [path, ...more] = given.words
  if (data !== undefined) {
    const others = path !== undefined || given.texts('coders').length > 0 || given.text('round') !== undefined
    return others ? wrongUsage('Give either a project with --coders, or --data FILE.json.') : ofData(data)
  }
  if (path === undefined || more.length > 0) return wrongUsage('Name one project file, or --data FILE.json.')
  const problem = problemOf(given)
  if (problem) return wrongUsage(problem)
  const reading = await openProject(path)
  if (!reading.ok) return unusable(reading.problem)
  return given.flag('rounds')
    ? roundsOf(reading.archive.project, reading.notes)
    : ofProject(reading.archive, given, reading.notes)
}

function problemOf(given: Arguments): string | null {
  const asksRound = given.text('round') !== undefined || given.flag('rounds')
  const own = ['coders', 'codes', 'sources'].filter((name) => given.texts(name).length > 0)
  if (given.text('unit') !== undefined) own.push('unit')
  for (const name of ['leave-out-uncoded', 'blank-counts']) if (given.flag(name)) own.push(name)
  if (asksRound && own.length > 0) return `A round says itself what it compares: leave out --${own[0] ?? ''}.`
  if (asksRound || own.includes('coders')) return null
  return 'Say whom to compare: --coders A,B or --round NAME'
}

async function ofData(path: string): Promise<CommandResult> {
  const name = basename(path)
  const read = await readBytes(path)
  if (!read.ok) return unusable(read.problem)
  const data = parsedJson(read.bytes)
  if (data === undefined) return unusable(`“${name}” is not JSON.`)
  const agreement = agreementOfData(data)
  if (!agreement.ok) return unusable(`“${name}”: ${agreement.problem}`)
  const json = agreementDocument(agreement.coefficients)
  return { exit: 0, json, text: agreementText(json) }
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function ofProject(archive: Archive, given: Arguments, messages: readonly string[]): CommandResult {
  const { project } = archive
  const texts = textsOf(archive)
  const round = given.text('round')
  const wished = round === undefined ? wishOf(archive, given) : wishOfNamed(project, round)
  if (!wished.ok) return wrongUsage(wished.problem)
  const { wish } = wished
  const interval = { draws, random: seededRandom(1) }
  const compared = compareCoders(project, texts, wish, { interval })
  if (!compared.ok) return unusable(compared.problem)
  const unitizing = coefficientsOfSpans(layEndToEnd(project, texts, wish))
  const document = projectAgreementDocument(project, { comparison: compared.comparison, unitizing })
  const listed = given.flag('disagreements')
    ? { disagreements: disagreementsWithNames(project, disagreementsOf(project, texts, wish)) }
    : {}
  return { exit: 0, json: { ...document, ...listed }, text: projectAgreementText(document), messages }
}

type Wished =
  | { readonly ok: true; readonly wish: AgreementWish }
  | { readonly ok: false; readonly problem: string }

function wishOf({ project }: Archive, given: Arguments): Wished {
  const unit = units.find((each) => each === (given.text('unit') ?? 'turns'))
  if (!unit) return { ok: false, problem: `A unit is one of ${units.join(', ')}.` }
  const people = [...project.tables.coder.values()].map(({ id, name, initials }) => ({
    id,
    names: [initials, name],
  }))
  const coders = named('coder', people, given.texts('coders'))
  if (!coders.ok) return coders
  if (coders.ids.length < 2) return { ok: false, problem: 'Name at least two coders: --coders A,B' }
  const codebook = inOrder(project.tables.code).map(({ id, name, key }) => ({
    id,
    names: key ? [name, key] : [name],
  }))
  const codes = named('code', codebook, given.texts('codes'))
  if (!codes.ok) return codes
  const documents = sourcesInOrder(project).map(({ id, name }) => ({ id, names: [name] }))
  const sources = named('source', documents, given.texts('sources'))
  if (!sources.ok) return sources
  return {
    ok: true,
    wish: {
      coders: coders.ids,
      unit,
      ...(given.texts('codes').length > 0 ? { codes: codes.ids } : {}),
      ...(given.texts('sources').length > 0 ? { sources: sources.ids } : {}),
      uncoded: given.flag('leave-out-uncoded') ? 'left out' : 'counted',
      blank: given.flag('blank-counts') ? 'nothing found' : 'not read',
    },
  }
}

interface Candidate<I> {
  readonly id: I
  readonly names: readonly string[]
}

/** Finds things by their names, in a list with commas or given several times. A name may itself hold a comma. */
function named<I>(
  what: 'coder' | 'code' | 'source',
  among: readonly Candidate<I>[],
  words: readonly string[],
): { readonly ok: true; readonly ids: readonly I[] } | { readonly ok: false; readonly problem: string } {
  const ids = new Set<I>()
  const parts = words.flatMap((word) => (find(among, word).length > 0 ? [word] : word.split(',')))
  for (const part of parts.map((each) => each.trim()).filter((each) => each !== '')) {
    const found = find(among, part)
    if (found.length === 0)
      return { ok: false, problem: `There is no ${what} “${part}”.${offer(what, among)}` }
    if (what === 'coder' && found.length > 1)
      return { ok: false, problem: `Several coders are called “${part}”; use their initials or full names.` }
    for (const { id } of found) ids.add(id)
  }
  if (words.length > 0 && ids.size === 0) return { ok: false, problem: `Name at least one ${what}.` }
  return { ok: true, ids: [...ids] }
}

/** As written where anything is called so, else whatever the capitals. */
function find<I>(among: readonly Candidate<I>[], wanted: string): readonly Candidate<I>[] {
  const exact = among.filter(({ names }) => names.includes(wanted))
  const low = wanted.toLowerCase()
  return exact.length > 0
    ? exact
    : among.filter(({ names }) => names.some((name) => name.toLowerCase() === low))
}

function offer<I>(what: string, among: readonly Candidate<I>[]): string {
  if (what !== 'coder') return ''
  return ` There is: ${among.map(({ names: [initials, name] }) => `${name} (${initials})`).join(', ')}.`
}
