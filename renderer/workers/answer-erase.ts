import { erase, previewErasure } from '../../shared/change/erase/erase.ts'
import { namesOf, wishProblem } from '../../shared/change/erase/erasure-wish.ts'
import { withoutErased } from '../../shared/change/erase/without-erased.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { CopyId } from '../../shared/model/ids.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { holdKeys } from '../project/keyring.ts'
import { holdAlone } from '../project/open-projects.ts'
import type { Surroundings } from '../project/save-state.ts'
import { projectDatabase } from '../project/stored-project.ts'
import type { EraseAnswer, EraseRequest } from './erase-messages.ts'
import { storedArchive } from './stored-archive.ts'

/** Works out what an erasure would take, or does it: the whole home of the project is written anew in one transaction,
    so that when it fails everything is as before. */
export async function answerErase(request: EraseRequest, surroundings: Surroundings): Promise<EraseAnswer> {
  const { project, length, keys } = request
  holdKeys(project, keys)
  switch (request.kind) {
    case 'names':
      return { kind: 'names', names: namesOf(await storedArchive(project, length), request.participants) }
    case 'preview': {
      const problem = wishProblem(request.wish)
      if (problem !== null) return { kind: 'problem', problem }
      return { kind: 'account', account: previewErasure(await storedArchive(project, length), request.wish) }
    }
    default:
      return rewriteHome(request, surroundings)
  }
}

async function rewriteHome(
  request: Extract<EraseRequest, { kind: 'erase' | 'take over' }>,
  { newId, now }: Surroundings,
): Promise<EraseAnswer> {
  const release = await holdAlone(request.project)
  if (!release)
    return { kind: 'problem', problem: 'The project is open in another window. Close it there first.' }
  const database = projectDatabase(request.project)
  try {
    const before = await storedArchive(request.project, request.length)
    const copy = (await database.load()).copy ?? newId<'copy'>()
    const making = { newId, at: now(), by: request.by, copy }
    const done =
      request.kind === 'erase'
        ? erase(before, request.wish, making)
        : takenOver(before, request.bytes, making)
    if ('problem' in done) return { kind: 'problem', problem: done.problem }
    await database.fill(done.archive, copy)
    return { kind: 'erased', account: done.account, recordings: recordingsGone(before, done.archive) }
  } finally {
    database.close()
    await release()
  }
}

type Maker = Parameters<typeof erase>[2] & { readonly copy: CopyId }

function takenOver(
  mine: Archive,
  bytes: Uint8Array,
  making: Maker,
): { readonly archive: Archive; readonly account: null } | { readonly problem: string } {
  const reading = readProjectFile(bytes)
  if (!reading.ok) return { problem: reading.problem }
  if (inquiryOf(reading.archive.project).id !== inquiryOf(mine.project).id)
    return { problem: 'This is not a copy of this project. Nothing was changed.' }
  const archive = withoutErased(mine, reading.archive, making)
  if (archive === mine)
    return { problem: 'Nothing was erased in that copy that is still here. Nothing was changed.' }
  return { archive, account: null }
}

/** Marks of recordings that no source names any more. */
function recordingsGone(before: Archive, after: Archive): readonly string[] {
  const marks = ({ project }: Archive) =>
    [...project.tables.source.values()].flatMap(({ recording }) => recording?.mark ?? [])
  const left = new Set(marks(after))
  return marks(before).filter((mark) => !left.has(mark))
}
