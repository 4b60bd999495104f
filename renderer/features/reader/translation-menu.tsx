import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import type { Source } from '../../../shared/model/entities.ts'
import { translationLabel, translationsOf } from '../../../shared/model/translations.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import type { PassageTool } from './passage-menu.tsx'
import styles from './reader.module.css'
import type { TranslationPlace } from './shown-translation.ts'
import { setTranslationSetting, useTranslationSetting } from './translation-setting.ts'
import { useChosenTranslation } from './use-shown-translation.ts'

/** Where the translation of a source is read, and what can be done about it; nothing where it has none. */
export function TranslationMenu({
  source,
  onTool,
}: {
  readonly source: Source
  readonly onTool: (tool: PassageTool) => void
}) {
  const open = useOpenProject()
  const table = useSelected(({ project }) => project.tables.translation)
  const setting = useTranslationSetting(source.id)
  const chosen = useChosenTranslation(source)
  if (!chosen) return null
  const all = translationsOf(
    { ...open.project, tables: { ...open.project.tables, translation: table } },
    source,
  )
  const isOff = setting.place === 'off'
  return (
    <MenuTrigger>
      <AriaButton className={styles.menuButton ?? ''}>
        Translation: {setting.place} <span aria-hidden="true">▾</span>
      </AriaButton>
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <Menu aria-label="Translation" className={styles.menu ?? ''}>
          {places.map(({ place, label }) => (
            <Choice
              key={place}
              label={label}
              isChosen={setting.place === place}
              onChoose={() => setTranslationSetting(source.id, { ...setting, place })}
            />
          ))}
          <Separator className={styles.separator ?? ''} />
          {all.length > 1
            ? all.map((each) => (
                <Choice
                  key={each.id}
                  label={translationLabel(each)}
                  isChosen={each.id === chosen.id}
                  onChoose={() => setTranslationSetting(source.id, { ...setting, id: each.id })}
                />
              ))
            : null}
          {all.length > 1 ? <Separator className={styles.separator ?? ''} /> : null}
          {tools
            .filter(({ id }) => id !== 'mend' || !isOff)
            .map(({ id, label }) => (
              <MenuItem
                key={id}
                id={id}
                textValue={label}
                className={styles.menuItem ?? ''}
                onAction={() => onTool(id)}
              >
                {label}
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Who translated what is read beside the text; nothing while it is off. */
export function TranslatedBy({ source }: { readonly source: Source }) {
  const { place } = useTranslationSetting(source.id)
  const chosen = useChosenTranslation(source)
  if (!chosen || place === 'off') return null
  return <p className={styles.translatedBy}>{translationLabel(chosen)}</p>
}

function Choice({
  label,
  isChosen,
  onChoose,
}: {
  readonly label: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  return (
    <MenuItem
      id={label}
      textValue={label}
      aria-label={isChosen ? `${label} (now)` : label}
      className={styles.menuItem ?? ''}
      onAction={onChoose}
    >
      <span aria-hidden="true" className={styles.tick}>
        {isChosen ? '✓' : ''}
      </span>
      {label}
    </MenuItem>
  )
}

const places: readonly { readonly place: TranslationPlace; readonly label: string }[] = [
  { place: 'off', label: 'Off' },
  { place: 'under', label: 'Under each turn' },
  { place: 'beside', label: 'Beside the text' },
]

const tools: readonly { readonly id: PassageTool; readonly label: string }[] = [
  { id: 'mend', label: 'Mend this translation…' },
  { id: 'about-translation', label: 'Language and translator…' },
  { id: 'translate', label: 'Add a translation…' },
]
