import type { CodeTree } from '../../shared/analysis/code-tree.ts'
import { stanceWords } from '../../shared/commands/change-coding.ts'
import { hueOf } from '../../shared/model/code-hue.ts'
import type { Coding } from '../../shared/model/entities.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import { hueStyle } from './code-colour.ts'
import { countInWords } from './code-count-in-words.ts'
import { pathAbove } from './code-tree.tsx'
import type { CodeCount } from './code-tree-rows.ts'
import styles from './coding-card.module.css'

/** One code on one passage: what it is, who coded it so, and what was said about it. With several coders' codings,
    each is told apart by initials. */
export function CodingCard({
  tree,
  code,
  codings,
  initials,
  count,
  notCounted,
}: {
  readonly tree: CodeTree
  readonly code: CodeId
  readonly codings: readonly Coding[]
  readonly initials: (coding: Coding) => string
  readonly count?: CodeCount | undefined
  /** Why this passage is not among those counted, in words. */
  readonly notCounted?: string | undefined
}) {
  const share = count ? countInWords(count) : ''
  const where = [pathAbove(tree, code), share].filter((part) => part !== '').join(' · ')
  const said = codings
    .map((coding) => ({ coding, remarks: remarksOf(coding) }))
    .filter(({ remarks }) => remarks !== '')
  const several = codings.length > 1
  return (
    <div className={styles.card} style={hueStyle(hueOf(tree.byId, code))}>
      <span aria-hidden="true" className={styles.dot} />
      <span className={styles.name}>{tree.byId.get(code)?.name ?? 'A code that is gone'}</span>
      <span className={styles.who}>{codings.map(initials).join(' ')}</span>
      {where ? <small>{where}</small> : null}
      {count && notCounted ? <small>{notCounted}</small> : null}
      {said.map(({ coding, remarks }) => (
        <small key={coding.id} className={styles.remarks}>
          {several ? `${initials(coding)}: ` : ''}
          {remarks}
        </small>
      ))}
      {codings.map((coding) =>
        coding.note ? (
          <small key={coding.id} className={styles.note}>
            {several ? `${initials(coding)}: ` : ''}
            {coding.note}
          </small>
        ) : null,
      )}
    </div>
  )
}

/** What was said about a coding in short words: "denies, volunteered, key quote, for the lead". */
export function remarksOf({ stance, origin, star, flag }: Coding): string {
  const words = [
    stance ? stanceWords[stance] : '',
    origin ?? '',
    star ? '★ key quote' : '',
    flag ? '⚑ for the lead' : '',
  ]
  return words.filter((word) => word !== '').join(' · ')
}
