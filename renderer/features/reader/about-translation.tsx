import { useState } from 'react'
import { changeTranslation } from '../../../shared/commands/change-translation.ts'
import { removeTranslation } from '../../../shared/commands/remove-translation.ts'
import type { Source } from '../../../shared/model/entities.ts'
import { stretchesIn } from '../../../shared/model/translations.ts'
import { counted } from '../../../shared/text/counted.ts'
import { undoLast } from '../../parts/undo.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './mend-translation.module.css'
import { useChosenTranslation } from './use-shown-translation.ts'

/** Into which language and by whom the translation that is read now is; and its end. */
export function AboutTranslation({
  source,
  onClose,
}: {
  readonly source: Source
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const translation = useChosenTranslation(source)
  const [language, setLanguage] = useState(translation?.language ?? '')
  const [translator, setTranslator] = useState(translation?.translator ?? '')
  if (!translation) return null
  const keep = async () => {
    const kept = await commit(changeTranslation(open.project, translation.id, { language, translator }))
    if (kept.ok) onClose()
  }
  const remove = async () => {
    onClose()
    const gone = await commit(removeTranslation(open.project, translation.id))
    if (gone.ok)
      say({
        kind: 'done',
        text: `Removed a translation of ${source.name}`,
        action: { label: 'Undo', run: () => void undoLast(open) },
      })
  }
  const count = stretchesIn(translation).length
  return (
    <Dialog
      title="Language and translator"
      isOpen
      onClose={onClose}
      aside={
        <Button look="danger" onPress={() => void remove()}>
          Remove translation
        </Button>
      }
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button
            look="do"
            isDisabled={language.trim() === '' || translator.trim() === ''}
            onPress={() => void keep()}
          >
            Keep
          </Button>
        </>
      }
    >
      <TextField label="Language" value={language} onChange={setLanguage} />
      <TextField
        label="Translator"
        value={translator}
        onChange={setTranslator}
        problem={translator.trim() === '' ? 'Say who translated it, or which program.' : undefined}
      />
      <p className={styles.hint}>
        {counted(count, 'stretch', 'stretches')}
        {translation.original ? ` from ${translation.original.name}` : ''}
      </p>
    </Dialog>
  )
}
