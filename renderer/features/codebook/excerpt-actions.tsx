import type { CodeTree } from '../../../shared/analysis/code-tree.ts'
import type { CodingRemarks } from '../../../shared/commands/change-coding.ts'
import { hueOf } from '../../../shared/model/code-hue.ts'
import type { Stance } from '../../../shared/model/entities.ts'
import { hueStyle } from '../../parts/code-colour.ts'
import { CodePalette } from '../../parts/code-palette.tsx'
import { useCodeRights } from '../../parts/code-rights.ts'
import { type Excerpt, stanceTitles } from '../../parts/excerpt-filters-rules.ts'
import { Button } from '../../ui/button.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import styles from './excerpt-actions.module.css'
import { NoteButton } from './note-button.tsx'
import type { ExcerptActs } from './use-excerpt-acts.ts'

/** What can be done with the excerpts meant, and the codes that digits recode with. */
export function ExcerptActions({
  tree,
  acts,
  selected,
  shown,
  targets,
  onClear,
}: {
  readonly tree: CodeTree
  readonly acts: ExcerptActs
  readonly selected: number
  readonly shown: number
  readonly targets: readonly Excerpt[]
  readonly onClear: () => void
}) {
  const { decides } = useCodeRights()
  const isIdle = targets.length === 0
  const [only] = targets
  return (
    <div className={styles.bar}>
      <div className={styles.first}>
        <span role="status" className={styles.meant}>
          {selected > 0 ? `${selected} of ${shown} selected` : isIdle ? 'None selected' : 'This excerpt'}
        </span>
        {selected > 0 ? (
          <Button look="quiet" onPress={onClear}>
            Clear
          </Button>
        ) : null}
        {acts.recent.length > 0 ? <Recent tree={tree} acts={acts} isIdle={isIdle} /> : null}
      </div>
      <div role="toolbar" aria-label="With these excerpts" className={styles.acts}>
        <Act keys="r" isDisabled={isIdle} onPress={() => acts.setPalette('recode')}>
          Recode
        </Act>
        <Act keys="a" isDisabled={isIdle} onPress={() => acts.setPalette('also')}>
          Also code
        </Act>
        <ActionMenu label="Stance" entries={stanceEntries(acts.mark)}>
          <Button look="quiet" isDisabled={isIdle}>
            Stance
          </Button>
        </ActionMenu>
        <Act keys="s" isDisabled={isIdle} onPress={acts.toggleStar}>
          Star
        </Act>
        <Act keys="f" isDisabled={isIdle} onPress={acts.toggleFlag}>
          Flag
        </Act>
        <NoteButton
          note={targets.length === 1 ? only?.coding.note : undefined}
          isDisabled={targets.length !== 1}
          onWrite={(note) => acts.mark({ note })}
        />
        <Act keys="Del" isDisabled={isIdle} onPress={acts.remove}>
          Remove
        </Act>
      </div>
      {acts.palette ? (
        <CodePalette
          tree={tree}
          recent={acts.recent}
          title={acts.palette === 'recode' ? 'Recode with' : 'Code with it too'}
          several={acts.palette === 'also'}
          onApply={(codes) => {
            const [first] = codes
            if (acts.palette === 'also') acts.alsoWith(codes)
            else if (first) acts.recodeTo(first)
          }}
          onCreate={acts.palette === 'recode' && decides ? acts.splitInto : undefined}
          onClose={() => acts.setPalette(null)}
        />
      ) : null}
    </div>
  )
}

function Act({
  keys,
  isDisabled = false,
  onPress,
  children,
}: {
  readonly keys: string
  readonly isDisabled?: boolean
  readonly onPress: () => void
  readonly children: string
}) {
  return (
    <Button look="quiet" isDisabled={isDisabled} onPress={onPress}>
      {children}{' '}
      <span aria-hidden="true" className={styles.key}>
        {keys}
      </span>
    </Button>
  )
}

function Recent({
  tree,
  acts,
  isIdle,
}: {
  readonly tree: CodeTree
  readonly acts: ExcerptActs
  readonly isIdle: boolean
}) {
  return (
    <fieldset className={styles.recent}>
      <legend>Recode with</legend>
      {acts.recent.slice(0, 9).map((id, i) => (
        <Button key={id} look="quiet" isDisabled={isIdle} onPress={() => acts.recodeTo(id)}>
          <span aria-hidden="true" className={styles.key}>
            {i + 1}
          </span>
          <span className={styles.code} style={hueStyle(hueOf(tree.byId, id))}>
            {tree.byId.get(id)?.name}
          </span>
        </Button>
      ))}
    </fieldset>
  )
}

const stances: readonly Stance[] = ['affirms', 'denies', 'overcome', 'mixed', 'reports']

function stanceEntries(mark: (remarks: CodingRemarks) => void) {
  return [
    ...stances.map((stance) => ({ id: stance, label: stanceTitles[stance], run: () => mark({ stance }) })),
    { id: 'none', label: 'No stance', rule: true, run: () => mark({ stance: undefined }) },
    { id: 'prompted', label: 'Prompted', rule: true, run: () => mark({ origin: 'prompted' }) },
    { id: 'echoed', label: 'Echoed', run: () => mark({ origin: 'echoed' }) },
    { id: 'volunteered', label: 'Volunteered', run: () => mark({ origin: 'volunteered' }) },
    { id: 'no origin', label: 'No origin', run: () => mark({ origin: undefined }) },
  ] as const
}
