import { useMemo, useState } from 'react'
import { assignSources } from '../../../shared/commands/assignments.ts'
import { type SpreadWish, sharesByCoder, spreadSources } from '../../../shared/commands/spread-sources.ts'
import type { CoderId, SourceId } from '../../../shared/model/ids.ts'
import { sourcesInOrder } from '../../../shared/model/project.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './overview.module.css'

/** Shares sources out evenly among coders, some of them to several, and shows beforehand who would get what. */
export function SpreadDialog({
  chosen,
  onClose,
}: {
  readonly chosen: readonly SourceId[]
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const { project } = open
  const all = sourcesInOrder(project).map(({ id }) => id)
  const sources = chosen.length > 0 ? chosen : all
  const coders = [...project.tables.coder.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  const [who, setWho] = useState<ReadonlySet<CoderId>>(new Set(coders.map(({ id }) => id)))
  const [share, setShare] = useState('10')
  const [by, setBy] = useState<'2' | '3' | 'all'>('2')
  const [even, setEven] = useState<SpreadWish['even']>('words')
  const team = coders.map(({ id }) => id).filter((id) => who.has(id))
  const percent = readPercent(share)
  const together = Math.round((sources.length * (percent ?? 0)) / 100)
  const shares = useMemo(
    () =>
      spreadSources(project, {
        sources,
        coders: team,
        together,
        by: by === 'all' ? Math.max(2, team.length) : Number(by),
        even,
      }),
    [project, sources, team, together, by, even],
  )
  const spread = () => {
    void commit(assignSources(open.project, shares, open.making))
    onClose()
  }
  const several = team.length > 1
  return (
    <Dialog
      title={`Spread ${counted(sources.length, 'source')}`}
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={spread} isDisabled={shares.length === 0 || percent === null}>
          {`Assign ${counted(shares.length, 'source')}`}
        </CancelOr>
      }
    >
      <p>
        Shares these sources out among the coders chosen below. A part of them goes to several, so that you
        can compare how far you agree.
      </p>
      <div className={styles.pair}>
        <TextField
          label="Coded by several, in per cent"
          hint={
            several ? `${number(together)} of ${counted(sources.length, 'source')}` : 'It takes two coders'
          }
          problem={percent === null ? 'Write a number from 0 to 100.' : undefined}
          value={share}
          onChange={setShare}
          isDisabled={!several}
        />
        <Select
          label="Each of these by"
          value={by}
          options={[
            { key: '2', label: 'Two coders' },
            { key: '3', label: 'Three coders' },
            { key: 'all', label: 'All chosen coders' },
          ]}
          isDisabled={!several}
          onChange={setBy}
        />
      </div>
      <Select
        label="Everybody gets about as many"
        value={even}
        options={[
          { key: 'words', label: 'Words', hint: 'long and short sources balance out' },
          { key: 'sources', label: 'Sources', hint: 'however long they are' },
        ]}
        onChange={setEven}
      />
      <Preview
        coders={coders}
        who={who}
        onWho={setWho}
        shares={sharesByCoder(project, shares, team)}
        of={project.tables.source.size}
      />
      <p className={styles.hint} role="status">
        {shares.length === 0
          ? 'Every one of these sources has enough coders already.'
          : `${number(shares.length)} of ${counted(sources.length, 'source')} ${shares.length === 1 ? 'gets' : 'get'} new coders. What is assigned already stays and counts.`}
      </p>
    </Dialog>
  )
}

function Preview({
  coders,
  who,
  onWho,
  shares,
  of,
}: {
  readonly coders: readonly { readonly id: CoderId; readonly name: string }[]
  readonly who: ReadonlySet<CoderId>
  readonly onWho: (who: ReadonlySet<CoderId>) => void
  readonly shares: ReturnType<typeof sharesByCoder>
  readonly of: number
}) {
  return (
    <table aria-label="Who would have what" className={styles.preview}>
      <thead>
        <tr>
          <th scope="col">Coder</th>
          <th scope="col">Sources of {number(of)}</th>
          <th scope="col">Words</th>
          <th scope="col">Of them with others</th>
        </tr>
      </thead>
      <tbody>
        {coders.map(({ id, name }) => {
          const one = shares.find((each) => each.coder === id)
          return (
            <tr key={id}>
              <th scope="row">
                <Checkbox
                  isSelected={who.has(id)}
                  onChange={(on) => {
                    const next = new Set(who)
                    if (on) next.add(id)
                    else next.delete(id)
                    onWho(next)
                  }}
                >
                  {name}
                </Checkbox>
              </th>
              <td>{one ? number(one.sources) : '–'}</td>
              <td>{one ? number(one.words) : '–'}</td>
              <td>{one ? number(one.together) : '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function readPercent(text: string): number | null {
  const value = Number(text.trim().replace('%', '').replace(',', '.'))
  return text.trim() !== '' && value >= 0 && value <= 100 ? value : null
}
