import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import styles from './reader.module.css'
import type { RecordingTool } from './recording-settings.ts'
import type { RecordingState } from './recording-state.ts'

/** What can be done with a passage or its turn besides coding. */
export type PassageTool =
  | RecordingTool
  | 'original'
  | 'memo'
  | 'restrict'
  | 'copy'
  | 'speaker'
  | 'split'
  | 'join'
  | 'question'
  | 'mend'
  | 'correct'
  | 'translate'
  | 'about-translation'

/** The menu of these. Passage: the selection, or the turn at the caret. */
export function PassageMenu({
  hasTurns,
  hasGuide,
  isTranslated,
  recording,
  onTool,
}: {
  readonly hasTurns: boolean
  readonly hasGuide: boolean
  /** Then the menu of its translation has what is about it. */
  readonly isTranslated: boolean
  readonly recording: RecordingState['kind']
  readonly onTool: (tool: PassageTool) => void
}) {
  const shown = tools.filter(
    ({ id }) =>
      (ofTurns.has(id) ? hasTurns : true) &&
      (id !== 'question' || hasGuide) &&
      (id !== 'translate' || !isTranslated) &&
      (id !== 'link' || recording === 'none') &&
      (id !== 'play' || recording === 'open'),
  )
  return (
    <MenuTrigger>
      <AriaButton className={styles.menuButton ?? ''}>
        Passage <span aria-hidden="true">▾</span>
      </AriaButton>
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <Menu className={styles.menu ?? ''} items={shown}>
          {({ id, label }) => (
            <MenuItem id={id} textValue={label} className={styles.menuItem ?? ''} onAction={() => onTool(id)}>
              {label}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

const tools: readonly { readonly id: PassageTool; readonly label: string }[] = [
  { id: 'original', label: 'Show in the original' },
  { id: 'memo', label: 'Write a memo…' },
  { id: 'restrict', label: 'Restrict use…' },
  { id: 'copy', label: 'Copy quote with citation' },
  { id: 'speaker', label: 'Change the turn’s speaker…' },
  { id: 'split', label: 'Split the turn at the caret' },
  { id: 'join', label: 'Join the turn with the next' },
  { id: 'question', label: 'Link the turn to a question…' },
  { id: 'correct', label: 'Correct the words…' },
  { id: 'translate', label: 'Add a translation…' },
  { id: 'play', label: 'Play the recording from here' },
  { id: 'time', label: 'Set the turn’s time…' },
  { id: 'link', label: 'Link a recording…' },
]

const ofTurns: ReadonlySet<PassageTool> = new Set(['speaker', 'split', 'join', 'question', 'time'])
