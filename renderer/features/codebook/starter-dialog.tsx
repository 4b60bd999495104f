import { useState } from 'react'
import { starterCodebook, starterCodebooks } from '../../../shared/codebooks/starter-codebooks.ts'
import {
  addStarterCodebook,
  type StarterTier,
  withBranches,
} from '../../../shared/commands/add-starter-codebook.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './codebook-screen.module.css'
import { sayDone } from './say-done.ts'

/** Adds codes of a codebook that ships with Loam; what is there already is left alone. */
export function StarterDialog({ onClose }: { readonly onClose: () => void }) {
  const open = useOpenProject()
  const commit = useCommit()
  const [key, setKey] = useState(starterCodebooks[0]?.key ?? '')
  const [chosen, setChosen] = useState<readonly StarterTier[]>(['open'])
  const book = starterCodebook(key)
  const isReflexive = inquiryOf(open.project).approach === 'reflexive'
  const wanted = book ? withBranches(book, ['branch', ...chosen]) : []
  const fresh = wanted.filter((code) => !open.project.tables.code.has(code.id))
  const add = async () => {
    onClose()
    if (!book) return
    const gesture = addStarterCodebook(open.project, book, open.making, ['branch', ...chosen])
    await sayDone(open, commit(gesture), gesture)
  }
  return (
    <Dialog
      title={isReflexive ? 'Add sensitising concepts' : 'Add codes of a starter codebook'}
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={() => void add()} isDisabled={fresh.length === 0}>
          {fresh.length === 0 ? 'All there already' : `Add ${counted(fresh.length, 'code')}`}
        </CancelOr>
      }
    >
      <Select
        label="Codebook"
        value={key}
        options={starterCodebooks.map(({ key: id, name }) => ({ key: id, label: name }))}
        onChange={setKey}
      />
      <p>{book?.description}</p>
      <div className={styles.tiers}>
        {tiers.map(({ tier, label, hint }) => {
          const count = book?.codes.filter((code) => code.tier === tier).length ?? 0
          return count === 0 ? null : (
            <Checkbox
              key={tier}
              isSelected={chosen.includes(tier)}
              onChange={(on) => setChosen(on ? [...chosen, tier] : chosen.filter((each) => each !== tier))}
            >
              {label} <span className={styles.quiet}>({count})</span>{' '}
              <small className={styles.hint}>{hint}</small>
            </Checkbox>
          )
        })}
      </div>
      <ul className={styles.preview} aria-label="Codes that would be added">
        {wanted.map((code) => (
          <li
            key={code.id}
            className={open.project.tables.code.has(code.id) ? styles.there : undefined}
            style={{ paddingInlineStart: `${depthOf(code.parent, wanted) * 16}px` }}
          >
            <b>{code.name}</b>{' '}
            {open.project.tables.code.has(code.id) ? (
              <small>there already</small>
            ) : (
              <small>{code.definition}</small>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const tiers = [
  { tier: 'open', label: 'Codes for first reading', hint: 'What people say, close to their words' },
  { tier: 'optional', label: 'Optional codes', hint: 'Finer distinctions, where the material asks for them' },
  {
    tier: 'second-cycle',
    label: 'Second-cycle codes',
    hint: 'Interpretations, once the first reading is done',
  },
] as const satisfies readonly { tier: StarterTier; label: string; hint: string }[]

function depthOf(
  parent: string | null,
  codes: readonly { readonly key: string; readonly parent: string | null }[],
): number {
  const above = codes.find((code) => code.key === parent)
  return above ? 1 + depthOf(above.parent, codes) : 0
}
