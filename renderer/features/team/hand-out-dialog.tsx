import { useState } from 'react'
import { sampleOf } from '../../../shared/commands/hand-out.ts'
import { packetName, sourcesToHandOut } from '../../../shared/exchange/packet.ts'
import type { CoderId, RoundId, SourceId } from '../../../shared/model/ids.ts'
import { inOrder, sourcesInOrder } from '../../../shared/model/project.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import { desktop } from '../../platform/desktop.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './overview.module.css'
import { isLocked, packetFile } from './packet-file.ts'

type Which = 'assigned' | 'chosen' | 'all' | RoundId

/** Makes a copy for each chosen coder, with their sources and nothing of what others coded, and saves them one after
    another. */
export function HandOutDialog({
  chosen,
  onClose,
}: {
  readonly chosen: readonly SourceId[]
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const { project } = open
  const coders = [...project.tables.coder.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  const [which, setWhich] = useState<Which>(chosen.length > 0 ? 'chosen' : 'assigned')
  const [blind, setBlind] = useState(true)
  const [originals, setOriginals] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const rounds = inOrder(project.tables.round).reverse()
  const round = rounds.find(({ id }) => id === which)
  const sourcesOf = (coder: CoderId): readonly SourceId[] => {
    if (which === 'assigned') return sourcesToHandOut(project, coder)
    if (round) return sampleOf(project, round, coder)
    return which === 'chosen' ? chosen : sourcesInOrder(project).map(({ id }) => id)
  }
  const nothingFor = (coder: CoderId) =>
    round && !round.coders.includes(coder) ? 'not in this round' : 'nothing to hand out'
  const [who, setWho] = useState<ReadonlySet<CoderId>>(
    new Set(coders.map(({ id }) => id).filter((id) => id !== open.coder)),
  )
  const ready = coders.map(({ id }) => id).filter((id) => who.has(id) && sourcesOf(id).length > 0)
  const handOut = async () => {
    setBusy(true)
    const forRound = round ? { round: round.id } : {}
    const wishes = ready.map((coder) => ({ coder, sources: sourcesOf(coder), blind, originals, ...forRound }))
    const saved = await saveEach(open, wishes)
    setBusy(false)
    if (saved === 0) return
    onClose()
    const done =
      saved < ready.length ? `${saved} of ${counted(ready.length, 'packet')}` : counted(saved, 'packet')
    say({ kind: 'done', text: `Handed out ${done}. What comes back is merged under Merging.` })
  }
  return (
    <Dialog
      title="Hand out"
      isOpen
      staysOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" isDisabled={isBusy || ready.length === 0} onPress={() => void handOut()}>
            {isBusy ? 'Making packets…' : `Save ${counted(ready.length, 'packet')}…`}
          </Button>
        </>
      }
    >
      <p>
        A packet is a copy for one coder: the sources, the codebook, the guide and what this coder did before.
        It holds nothing that others coded or wrote, no findings, no history, no names behind pseudonyms, and
        nobody who withdrew.
      </p>
      <Select
        label="Sources in it"
        value={which}
        options={[
          { key: 'assigned', label: 'What is assigned to each and not yet done' },
          ...(chosen.length > 0
            ? [{ key: 'chosen' as const, label: `The ${counted(chosen.length, 'chosen source')}` }]
            : []),
          ...rounds.map(({ id, name }) => ({ key: id, label: `For round ${name}: its sample` })),
          { key: 'all', label: `All ${counted(project.tables.source.size, 'source')}` },
        ]}
        onChange={setWhich}
      />
      <ul aria-label="Who gets a packet" className={styles.list}>
        {coders.map((coder) => {
          const count = sourcesOf(coder.id).length
          return (
            <li key={coder.id}>
              <Checkbox
                isSelected={who.has(coder.id) && count > 0}
                isDisabled={count === 0}
                onChange={(on) => {
                  const next = new Set(who)
                  if (on) next.add(coder.id)
                  else next.delete(coder.id)
                  setWho(next)
                }}
              >
                {coder.name}
              </Checkbox>
              <small>
                {count === 0
                  ? nothingFor(coder.id)
                  : `${number(count)} of ${counted(project.tables.source.size, 'source')}`}
              </small>
            </li>
          )
        })}
      </ul>
      <Checkbox isSelected={blind} onChange={setBlind}>
        Coded blind: only their own codings are shown, and no counts
      </Checkbox>
      <Checkbox isSelected={originals} onChange={setOriginals}>
        With the files that sources came from, which may hold names
      </Checkbox>
      {isLocked(open) ? (
        <p className={styles.hint}>This project is locked by a passphrase; packets are not.</p>
      ) : null}
    </Dialog>
  )
}

/** How many were saved; whoever cancels one gets no more. */
async function saveEach(
  open: OpenProject,
  wishes: readonly Parameters<typeof packetFile>[1][],
): Promise<number> {
  let count = 0
  for (const wish of wishes) {
    const { bytes, gesture } = await packetFile(open, wish)
    const saved = await desktop().saveAs({
      suggestedName: `${packetName(open.project, wish.coder)}.qdpx`,
      title: 'Save the packet',
      bytes,
      mediaType: 'application/zip',
    })
    if (!saved) return count
    if (!saved.ok) {
      say({ kind: 'trouble', text: saved.problem })
      return count
    }
    const recorded = await open.commit(gesture)
    if (!recorded.ok) say({ kind: 'trouble', text: recorded.problem })
    count++
  }
  return count
}
