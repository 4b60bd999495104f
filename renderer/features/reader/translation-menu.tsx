import type { Source } from '../../../shared/model/entities.ts'
import { translationLabel, translationsOf } from '../../../shared/model/translations.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { PartedMenu } from '../../ui/menu.tsx'
import type { PassageTool } from './passage-menu.tsx'
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
  const choose = (change: Partial<typeof setting>) =>
    setTranslationSetting(source.id, { ...setting, ...change })
  return (
    <PartedMenu
      label="Translation"
      parts={[
        {
          title: 'Where it is read',
          isTitleHidden: true,
          chosen: setting.place,
          entries: places.map(({ place, label }) => ({ id: place, label, run: () => choose({ place }) })),
        },
        {
          title: 'Which one is read',
          isTitleHidden: true,
          chosen: chosen.id,
          entries:
            all.length > 1
              ? all.map((each) => ({
                  id: each.id,
                  label: translationLabel(each),
                  run: () => choose({ id: each.id }),
                }))
              : [],
        },
        {
          title: 'What to do about it',
          isTitleHidden: true,
          entries: tools
            .filter(({ id }) => id !== 'mend' || setting.place !== 'off')
            .map(({ id, label }) => ({ id, label, run: () => onTool(id) })),
        },
      ]}
    >
      <Button look="quiet">
        <span>
          Translation <span aria-hidden="true">▾</span>
        </span>
      </Button>
    </PartedMenu>
  )
}

/** Who translated what is read with the text, as one more of the source's facts; nothing while it is off. */
export function TranslatedBy({ source }: { readonly source: Source }) {
  const { place } = useTranslationSetting(source.id)
  const chosen = useChosenTranslation(source)
  if (!chosen || place === 'off') return null
  return <> · {translationLabel(chosen)}</>
}

const places: readonly { readonly place: TranslationPlace; readonly label: string }[] = [
  { place: 'off', label: 'Off' },
  { place: 'under', label: 'Under each turn' },
  { place: 'beside', label: 'Beside the text' },
]

const tools: readonly { readonly id: PassageTool; readonly label: string }[] = [
  { id: 'mend', label: 'Correct this translation…' },
  { id: 'about-translation', label: 'Language and translator…' },
  { id: 'translate', label: 'Add a translation…' },
]
