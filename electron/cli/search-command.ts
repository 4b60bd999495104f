import type { SearchDocument } from '../../shared/cli.ts'
import { citations } from '../../shared/report/citation.ts'
import { readQuery } from '../../shared/search/read-query.ts'
import { type ProjectHit, searchProject } from '../../shared/search/search-project.ts'
import { counted } from '../../shared/text/counted.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { openProject, textsOf } from './open-project.ts'
import { parseArguments } from './parse-arguments.ts'

export const searchCommand: Command = {
  summary: 'search a project',
  help: `loam search P.qdpx QUERY [--everyone] [--whole-word] [--match-case] [--accents] [--regex] [--json]

Finds words in what participants say: words that all stand in one turn; "a phrase"; begin*; this OR that; -without. Put
the query in quotes, so that the terminal leaves it alone. Texts are searched as they are read now, labels left out.

  --everyone     also what interviewers and unknown voices say
  --whole-word   a word stands for itself only, not for longer words that it is part of
  --match-case   capitals as written
  --accents      accents matter: “Jose” does not find “José”
  --regex        the query is a regular expression (of JavaScript)`,
  run,
}

const flags = {
  everyone: 'flag',
  'whole-word': 'flag',
  'match-case': 'flag',
  accents: 'flag',
  regex: 'flag',
} as const

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, flags)
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const { given } = parsed
  const [path, ...words] = given.words
  if (path === undefined) return wrongUsage('Name one project file, and what to look for.')
  const query = words.join(' ')
  const read = readQuery({
    query,
    regex: given.flag('regex'),
    wholeWord: given.flag('whole-word'),
    matchCase: given.flag('match-case'),
    accents: given.flag('accents'),
  })
  if (!read) return wrongUsage('Say what to look for: loam search P.qdpx "trust the river"')
  if (!read.ok) return wrongUsage(read.problem)
  const reading = await openProject(path)
  if (!reading.ok) return unusable(reading.problem)
  const { project } = reading.archive
  const texts = textsOf(reading.archive)
  const voices = given.flag('everyone') ? 'everyone' : 'participants'
  const { hits, found, of } = searchProject(project, texts, read.finder, voices)
  const cite = citations(project, texts)
  const document: SearchDocument = {
    query,
    voices,
    sources: { found, of },
    hits: hits.map(({ source, start, end, marks, participant, sentence }) => ({
      source: source.name,
      start,
      end,
      text: (texts(source.content) ?? '').slice(start, end),
      marks: marks.map((mark) => [mark.start, mark.end] as const),
      participant: (participant && project.tables.participant.get(participant)?.pseudonym) ?? null,
      citation: participant ? cite(participant, source.content, start) : null,
      sentence,
    })),
  }
  return { exit: 0, json: document, text: inText(document, hits), messages: reading.notes }
}

function inText({ hits, sources }: SearchDocument, found: readonly ProjectHit[]): string {
  const lines = hits.flatMap(({ source, participant, citation, sentence }, i) => [
    ...(found[i - 1]?.source.id === found[i]?.source.id ? [] : [source]),
    `  ${[participant, citation].filter((each) => each !== null).join(', ') || 'Not a participant'}: ${sentence.replace(/\s+/g, ' ')}`,
  ])
  const sum = `${counted(hits.length, 'place')} in ${sources.found} of ${counted(sources.of, 'source')}`
  return [...lines, sum].join('\n')
}
