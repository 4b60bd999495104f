import type { OpenedFile } from '../../../shared/bridge.ts'
import { desktop } from '../../platform/desktop.ts'
import { Button } from '../../ui/button.tsx'
import styles from './merging.module.css'
import { MergingBeginning } from './merging-beginning.tsx'
import { MergingCompared } from './merging-compared.tsx'
import { MergingDrop } from './merging-drop.tsx'
import { MergingErased } from './merging-erased.tsx'
import { MergingOutcome } from './merging-outcome.tsx'
import { stepInWords } from './merging-words.ts'
import { copyEndings, readableCopy } from './readable-copy.ts'
import { useMergingDesk } from './use-merging-desk.ts'

/** Bringing copies of the project together: choosing one, looking at what is new in it, deciding, merging. */
export function MergingPart() {
  const { desk, state } = useMergingDesk()
  const take = async (chosen: OpenedFile | undefined) => {
    const file = await readableCopy(chosen)
    if (file) await desk.choose(file)
  }
  const choose = async () => {
    const wanted = { title: 'Choose a copy to merge', endings: copyEndings, several: false }
    await take((await desktop().openFiles(wanted))[0])
  }
  return (
    <MergingDrop onFile={(file) => void take(file)}>
      {state.kind === 'nothing' ? (
        <MergingBeginning problem={state.problem ?? null} onChoose={() => void choose()} />
      ) : state.kind === 'working' ? (
        <div className={styles.waiting}>
          <p role="status">{stepInWords(state.step, state.file)}</p>
          <progress aria-label="Under way" />
          <Button onPress={() => desk.clear()}>Cancel</Button>
        </div>
      ) : state.kind === 'compared' ? (
        <MergingCompared copy={state} desk={desk} />
      ) : state.kind === 'to erase' ? (
        <MergingErased erased={state} onClose={() => desk.clear()} />
      ) : (
        <MergingOutcome merged={state} onChoose={() => void choose()} onClose={() => desk.clear()} />
      )}
    </MergingDrop>
  )
}
