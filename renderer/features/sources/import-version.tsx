import { use, useMemo } from 'react'
import { RadioGroup } from 'react-aria-components'
import { correctText } from '../../../shared/commands/correct-text.ts'
import { outcomeInWords } from '../../../shared/commands/correction-outcome.ts'
import { contentHash } from '../../../shared/exchange/fingerprint.ts'
import type { Source } from '../../../shared/model/entities.ts'
import { codingsOf } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { ChangedWords } from '../../parts/changed-words.tsx'
import { isBlind, shownIn } from '../../project/blind.ts'
import { useOpenProject, useText } from '../../project/project-context.tsx'
import { Choice } from '../../ui/choice.tsx'
import { sourceToCorrect } from './correct-in.ts'
import { isCorrected, type TakenFor, takenFor } from './correction-choice.ts'
import { ForAllContext } from './for-all.tsx'
import type { FileChoice, ListedFile } from './import-choices.ts'
import styles from './import-version.module.css'

/** Asks what a file is that looks like a better version of a source: its correction, another source, or nothing. */
export function ImportVersion({
  choice,
  onChange,
}: {
  readonly choice: FileChoice
  readonly onChange: (choice: FileChoice) => void
}) {
  const open = useOpenProject()
  const all = use(ForAllContext)
  const source = choice.version && open.project.tables.source.get(choice.version.source)
  if (!source || !choice.version || !all) return null
  const { files, at, setAll } = all
  const codings = codingsOf(shownIn(open), source.id).length
  const file = files[at]
  const now = takenFor({ ...choice, ticked: file?.ticked === true })
  const others = files.filter((each) => each !== file)
  const isElsewhere = isCorrected(others, source.id)
  const take = (as: TakenFor) => {
    onChange({ ...choice, corrects: as === 'correction' })
    // Only the list ticks files.
    setAll((each) => (isSame(each, choice) ? { ...each, ticked: as !== 'left out' } : each))
  }
  const share = Math.round(choice.version.share * 100)
  return (
    <section aria-label="A version of a source" className={styles.version}>
      <p>
        This looks like another version of “{source.name}”: {share} % of its wording is the same.
      </p>
      <RadioGroup
        aria-label="What this file is"
        value={now}
        onChange={(value) => take(value === 'correction' || value === 'new' ? value : 'left out')}
        className={styles.choices ?? ''}
      >
        {isElsewhere && now !== 'correction' ? null : (
          <Choice value="correction" hint={isBlind(open) ? 'Keeps its codings.' : kept(codings)}>
            Correct “{source.name}”
          </Choice>
        )}
        <Choice value="new" hint="Both are read and counted beside each other.">
          Bring in as a new source
        </Choice>
        <Choice value="left out">Leave it out</Choice>
      </RadioGroup>
      {isElsewhere && now !== 'correction' ? <p>Another file of this import corrects it.</p> : null}
      {now === 'correction' ? <WhatChanges choice={choice} source={source} /> : null}
    </section>
  )
}

function isSame(file: ListedFile, choice: FileChoice): boolean {
  return file.hash === choice.hash && file.file.name === choice.file.name
}

function kept(codings: number): string {
  return codings === 0 ? 'It has no codings yet.' : `Keeps its ${counted(codings, 'coding')}.`
}

/** The correction in numbers and words, worked out as it would be done. */
function WhatChanges({ choice, source }: { readonly choice: FileChoice; readonly source: Source }) {
  const open = useOpenProject()
  const before = useText(source.content)
  const { draft } = choice
  const done = useMemo(() => {
    if (before === null || !draft) return null
    const file = { file: { ...choice, draft }, source: source.id, before, content: contentHash(draft.text) }
    const { correction } = sourceToCorrect(open.project, file)
    return {
      // Whoever codes blind is told of their own codings only.
      correction: correctText(shownIn(open), source.id, correction, open.making),
      alignment: correction.alignment,
    }
  }, [open, choice, draft, source, before])
  if (!done) return <p role="status">Comparing the texts</p>
  if (!done.correction) return <p>Nothing would change: words, turns and speakers are the same.</p>
  return (
    <>
      <ul className={styles.told}>
        {outcomeInWords(done.correction.outcome).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>Speakers who are known already keep their role and who they are.</p>
      <ChangedWords alignment={done.alignment} />
    </>
  )
}
