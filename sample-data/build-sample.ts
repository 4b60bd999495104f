import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Recorded, recordGesture } from '../shared/change/record-gesture.ts'
import { writeProjectFile } from '../shared/exchange/project-file.ts'
import { brokenRules } from '../shared/model/integrity.ts'
import { emptyProject } from '../shared/model/project.ts'
import { codingSteps, memoSteps, restrictionSteps } from './sample-codings.ts'
import { fail, folder, inquiry, makingFor, type Step } from './sample-facts.ts'
import { beginning, ending } from './sample-setting.ts'
import { contents, drafts, originals, readDraft, sourceSteps } from './sample-sources.ts'

/** Where it goes: beside its files, unless another place is named. */
const target = process.argv[2] ?? fileURLToPath(new URL('sample.qdpx', folder))

for (const source of inquiry.sources) drafts.set(source.file, await readDraft(source))
const steps = [
  ...beginning(),
  ...inquiry.sources.flatMap(sourceSteps),
  ...codingSteps(),
  ...restrictionSteps(),
  ...memoSteps(),
  ...ending(),
]
let recorded: Recorded = { project: emptyProject, changes: [] }
for (const [i, step] of steps.sort((a, b) => a.at - b.at).entries()) carryOut(step, i)
const broken = brokenRules(recorded.project, (hash) => contents.get(hash)?.text)
if (broken.length > 0)
  fail(`${broken.length} rules do not hold, such as: ${broken[0]?.kind} ${broken[0]?.rule}`)
const at = recorded.changes.at(-1)?.at ?? 0
const bytes = writeProjectFile({ ...recorded, contents, originals }, { at })
writeFileSync(target, bytes)
const marked = [...recorded.project.codings.values()].flat().length
console.log(
  `${target}: ${drafts.size} sources, ${marked} codings, ${recorded.changes.length} changes, ${bytes.length} bytes`,
)

function carryOut(step: Step, index: number): void {
  const making = makingFor(step, index)
  const gesture = step.take(recorded.project, making)
  if (gesture) recorded = recordGesture(gesture, recorded, making, { kind: step.cause ?? 'command' })
}
