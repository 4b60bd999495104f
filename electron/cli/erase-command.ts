import { basename } from 'node:path'
import { erase, previewErasure } from '../../shared/change/erase/erase.ts'
import { isErased } from '../../shared/change/erase/erased-people.ts'
import type { ErasureAccount } from '../../shared/change/erase/erasure-account.ts'
import { type ErasureWish, namesOf, wishProblem } from '../../shared/change/erase/erasure-wish.ts'
import type { EraseDocument } from '../../shared/cli.ts'
import { decodeText } from '../../shared/importers/decode-text.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { counted } from '../../shared/text/counted.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { nodeMaking } from './node-making.ts'
import { openProject, readBytes } from './open-project.ts'
import { type Arguments, parseArguments } from './parse-arguments.ts'
import { isProjectName, writeProject } from './write-output.ts'

export const eraseCommand: Command = {
  summary: 'erase a participant, sources or words for good',
  help: `loam erase P.qdpx [--participant NAME] [--source NAME] [--words FILE] --out Q.qdpx [--preview] [--json]

Takes somebody's words and names, whole sources, or words wherever they stand, out of a project: texts, originals, memos,
findings and the history. A tombstone without any of it stays, so that merging, importing or restoring does not bring it
back. This cannot be undone, and other files and backups still have everything.

  --participant NAME   by pseudonym; with every name they ever had in the project. May be given several times
  --source NAME        the whole source. May be given several times
  --words FILE         a text file with a name, or other words, on each line; words on the command line would stay in
                       its history
  --in-place TEXT      what stands in the place of names; otherwise [name]
  --anywhere           also inside other words
  --match-case         capitals as written
  --keep-unread        kept files in which names cannot be looked for, PDFs above all, stay; otherwise they go with
                       names. Those of sources out of whose text something is taken go in any case
  --out Q.qdpx         the project to write; it may be P
  --preview            only says what would go`,
  run,
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, {
    participant: 'texts',
    source: 'texts',
    words: 'text',
    'in-place': 'text',
    anywhere: 'flag',
    'match-case': 'flag',
    'keep-unread': 'flag',
    out: 'text',
    preview: 'flag',
  })
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const { given } = parsed
  const [path, ...more] = given.words
  const out = given.text('out')
  if (path === undefined || more.length > 0) return wrongUsage('Name one project file.')
  if (!given.flag('preview') && out === undefined)
    return wrongUsage('Say where the project goes: --out Q.qdpx')
  if (out !== undefined && !isProjectName(out))
    return wrongUsage(`A project file ends in .qdpx, and “${basename(out)}” does not.`)
  const reading = await openProject(path)
  if (!reading.ok) return unusable(reading.problem)
  const wish = await readWish(reading.archive, given)
  if (typeof wish === 'string') return unusable(wish)
  const problem = wishProblem(wish)
  if (problem !== null) return wrongUsage(problem)
  const about = { notes: reading.notes, keepsUnread: given.flag('keep-unread') }
  if (given.flag('preview') || out === undefined) return told(previewErasure(reading.archive, wish), about)
  const making = nodeMaking([...reading.archive.project.tables.coder.values()][0]?.id)
  const { archive, account } = erase(reading.archive, wish, making)
  const written = await writeProject(out, archive)
  return written.ok ? told(account, { ...about, out }) : unusable(written.problem)
}

/** What was asked for, or why it cannot be. */
async function readWish(archive: Archive, given: Arguments): Promise<ErasureWish | string> {
  const { participant, source } = archive.project.tables
  const people = given
    .texts('participant')
    .map((name) => [...participant.values()].find((each) => each.pseudonym === name && !isErased(each))?.id)
  const sources = given
    .texts('source')
    .map((name) => [...source.values()].filter((each) => each.name === name))
  if (people.includes(undefined)) return 'There is no participant by one of these pseudonyms.'
  if (sources.some((each) => each.length === 0)) return 'There is no source by one of these names.'
  if (sources.some((each) => each.length > 1))
    return 'Several sources have one of these names: rename them first, so that one is meant.'
  const file = given.text('words')
  const read = file === undefined ? null : await readBytes(file)
  if (read && !read.ok) return read.problem
  // Notepad and PowerShell write names in other encodings, in which they would be found nowhere.
  const words = read ? decodeText(read.bytes) : null
  if (words && !words.ok) return words.problem
  const lines = words?.text.split('\n') ?? []
  const participants = people.filter((id) => id !== undefined)
  const put = given.text('in-place')
  return {
    participants,
    sources: sources.flat().map(({ id }) => id),
    names: [
      ...namesOf(archive, participants),
      ...lines.map((line) => line.trim()).filter((line) => line !== ''),
    ],
    wholeWords: !given.flag('anywhere'),
    matchCase: given.flag('match-case'),
    ...(given.flag('keep-unread') ? { unreadFiles: 'stay' as const } : {}),
    ...(put === undefined ? {} : { put }),
  }
}

interface Told {
  readonly notes: readonly string[]
  readonly keepsUnread: boolean
  readonly out?: string
}

/** Numbers only: what was erased is named nowhere, and certainly not in a terminal's history. */
function told(account: ErasureAccount, { notes, keepsUnread, out }: Told): CommandResult {
  const { sourcesGone, sourcesTouched, sourcesOf, filesGone: _, filesUnread, ...rest } = account
  const document: EraseDocument = {
    ...rest,
    filesUnread: filesUnread.length,
    sources: { gone: sourcesGone.length, of: sourcesOf },
    sourcesRewritten: sourcesTouched.length,
    places: sourcesTouched.reduce((sum, { places }) => sum + places, 0),
  }
  const { sources, participants, codings, memos, originals } = document
  const lines = [
    `sources: ${sources.gone} of ${sources.of} gone, ${document.sourcesRewritten} rewritten in ${counted(document.places, 'place')}`,
    ...Object.entries({ participants, codings, memos, originals }).map(
      ([kind, { gone, of }]) => `${kind}: ${gone} of ${of} gone`,
    ),
    ...(filesUnread.length > 0
      ? [
          `original files in which names cannot be looked for: ${filesUnread.length}, ${keepsUnread ? 'which stay' : 'gone with the others'}`,
        ]
      : []),
    `history: ${document.history.changed} of ${counted(document.history.of, 'entry', 'entries')} rewritten`,
    out === undefined
      ? 'Nothing was written.'
      : `Wrote ${out}. Other files and backups still have everything.`,
  ]
  const gone = [sources, participants, codings, memos, originals].reduce((sum, each) => sum + each.gone, 0)
  const changed = rest.texts.rewritten + Object.keys(rest.rewritten).length + rest.history.changed
  const nowhere = gone + changed === 0 ? [NOWHERE] : []
  return { exit: 0, json: document, text: lines.join('\n'), messages: [...notes, ...nowhere] }
}

const NOWHERE = 'Nothing was found: these words stand nowhere in the project as they are written there.'
