import { OpenProject } from '../../renderer/project/open-project.ts'
import { type ProjectDatabase, projectDatabase } from '../../renderer/project/stored-project.ts'
import { create } from '../../shared/change/edit.ts'
import type { Inquiry } from '../../shared/model/entities.ts'
import { type Id, type NewId, readId } from '../../shared/model/ids.ts'
import { emptyProject } from '../../shared/model/project.ts'
import { contentOf, idOf } from '../support/random-edits.ts'

let count = 0
/** Identities counted up, the same in every run. */
export const newId: NewId = <K extends string>(): Id<K> => {
  count++
  const id = readId<K>(`ffffffff-0000-4000-8000-${String(count).padStart(12, '0')}`)
  if (!id) throw new Error('Not an identity')
  return id
}
/** A clock that stands still. */
export const surroundings = { newId, now: () => 1_700_000_000_000 }
/** Who codes. */
export const coder = idOf('coder', 1)

/** A new project with an inquiry, a coder, a source of two turns and one code. */
export async function begun(): Promise<{ readonly open: OpenProject; readonly database: ProjectDatabase }> {
  const id = newId<'project'>()
  const database = projectDatabase(id)
  const open = new OpenProject(
    id,
    database,
    { project: emptyProject, log: [], copy: newId() },
    coder,
    surroundings,
  )
  const inquiry: Inquiry = { id, name: 'River', approach: 'codebook', madeAt: 1 }
  const source = idOf('source', 0)
  await open.keep([{ hash: contentOf(0), text: 'No grant covers the first year.' }], [])
  await open.commit({
    label: 'Begin',
    edits: [
      create('inquiry', inquiry),
      create('coder', { id: coder, name: 'Ada', initials: 'AD' }),
      create('source', {
        id: source,
        name: 'Interview 1',
        kind: 'interview',
        status: 'not started',
        content: contentOf(0),
        firstContent: contentOf(0),
        words: 6,
        format: 'Plain text',
        importedAt: 1,
        order: 'V',
      }),
      create('turn', { id: idOf('turn', 0), source, label: 0, start: 0, end: 31 }),
      create('code', { id: idOf('code', 0), name: 'Funding', order: 'V' }),
    ],
  })
  return { open, database }
}

/** Closes an open project and opens it again from its home. */
export async function reopened(open: OpenProject): Promise<OpenProject> {
  await open.close()
  const database = projectDatabase(open.id)
  const loaded = await database.load()
  return new OpenProject(
    open.id,
    database,
    { ...loaded, copy: loaded.copy ?? open.copy },
    coder,
    surroundings,
  )
}
