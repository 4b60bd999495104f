import { useId } from 'react'
import { counted } from '../../../shared/text/counted.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { desktop } from '../../platform/desktop.ts'
import { Button } from '../../ui/button.tsx'
import { Scrolled } from '../../ui/scrolled.tsx'
import styles from './merging.module.css'
import { MergingConflicts } from './merging-conflicts.tsx'
import type { ComparedCopy, MergingDesk } from './merging-desk.ts'
import { MergingNumbers } from './merging-numbers.tsx'
import { baseInWords, decidedInWords, nothingInWords, staysInWords, whoseInWords } from './merging-words.ts'
import { copyEndings, readableCopy } from './readable-copy.ts'

/** A copy before it is merged: whose it is, what comes in, what is to be decided. */
export function MergingCompared({ copy, desk }: { readonly copy: ComparedCopy; readonly desk: MergingDesk }) {
  const { file, comparison, conflicts, made, said } = copy
  const decided = conflicts.filter(({ key }) => made.has(key)).length
  const undecided = conflicts.length - decided
  return (
    <div className={styles.desk}>
      <Scrolled label={`What merging ${file} does`} className={styles.scroller}>
        <div className={styles.page}>
          <Whose copy={copy} />
          {said ? (
            <p role="alert" className={styles.said}>
              {said}
            </p>
          ) : null}
          <Base copy={copy} desk={desk} />
          <WhatComesIn copy={copy} />
          {comparison.notes.length > 0 ? <Notes notes={comparison.notes} /> : null}
          {conflicts.length > 0 ? (
            <MergingConflicts
              conflicts={conflicts}
              base={comparison.base.kind}
              made={made}
              onDecide={(keys, side) => desk.decide(keys, side)}
            />
          ) : null}
        </div>
      </Scrolled>
      <footer className={styles.foot}>
        <p role="status">{conflicts.length > 0 ? decidedInWords(decided, conflicts.length) : ''}</p>
        {conflicts.length > 0 ? <ForAll copy={copy} desk={desk} undecided={undecided} /> : null}
        <span className={styles.grow} />
        <Button look="quiet" onPress={() => desk.clear()}>
          {comparison.brings === 'nothing' ? 'Close' : 'Do not merge'}
        </Button>
        {comparison.brings === 'nothing' ? null : (
          <Button look="do" isDisabled={undecided > 0} onPress={() => void desk.merge()}>
            Merge
          </Button>
        )}
      </footer>
    </div>
  )
}

function Whose({ copy: { file, comparison } }: { readonly copy: ComparedCopy }) {
  const title = useArrival<HTMLHeadingElement>(comparison)
  return (
    <header className={styles.whose}>
      <h2 ref={title} tabIndex={-1} data-arrival>
        {file}
      </h2>
      {whoseInWords(comparison.whose).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </header>
  )
}

function Base({ copy, desk }: { readonly copy: ComparedCopy; readonly desk: MergingDesk }) {
  const { base, brings } = copy.comparison
  if (brings === 'nothing') return null
  const give = async () => {
    const wanted = { title: 'Choose the copy both began from', endings: copyEndings, several: false }
    const file = await readableCopy((await desktop().openFiles(wanted))[0])
    if (file) await desk.giveBase(file)
  }
  return (
    <div className={styles.base}>
      <p>{baseInWords(base)}</p>
      {base.kind === 'none' ? (
        <Button onPress={() => void give()}>Choose the copy both began from…</Button>
      ) : null}
    </div>
  )
}

function WhatComesIn({ copy: { comparison, conflicts } }: { readonly copy: ComparedCopy }) {
  const title = useId()
  const { brings, comingIn, texts, files } = comparison
  const along = [
    ...(texts > 0 ? [counted(texts, 'text')] : []),
    ...(files > 0 ? [counted(files, 'original file')] : []),
  ]
  const [name, sentence] =
    brings === 'something' ? ['What comes in', ''] : nothingInWords(brings, conflicts.length)
  return (
    <section aria-labelledby={title} className={styles.section}>
      <h3 id={title}>{name}</h3>
      {brings === 'something' ? (
        <>
          {conflicts.length > 0 ? <p>Counted with mine wherever nothing is decided yet.</p> : null}
          <MergingNumbers lines={comingIn} label="What comes in" />
          <p>
            {staysInWords(comparison)}
            {along.length > 0 ? ` ${along.join(' and ')} come along.` : ''}
          </p>
        </>
      ) : (
        <p>{sentence}</p>
      )}
    </section>
  )
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  const title = useId()
  return (
    <section aria-labelledby={title} className={styles.section}>
      <h3 id={title}>To know before merging</h3>
      <ul className={styles.notes}>
        {notes.slice(0, 12).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {notes.length > 12 ? <p>and {notes.length - 12} more</p> : null}
    </section>
  )
}

/** Decides what is open at one press; once all is decided, all of it anew. */
function ForAll({
  copy: { conflicts, made },
  desk,
  undecided,
}: {
  readonly copy: ComparedCopy
  readonly desk: MergingDesk
  readonly undecided: number
}) {
  const isPart = undecided > 0 && undecided < conflicts.length
  const which = isPart ? `the other ${undecided}` : 'all'
  const keys = conflicts.flatMap(({ key }) => (isPart && made.has(key) ? [] : [key]))
  return (
    <>
      <Button onPress={() => desk.decide(keys, 'mine')}>Take mine for {which}</Button>
      <Button onPress={() => desk.decide(keys, 'theirs')}>Take theirs for {which}</Button>
    </>
  )
}
