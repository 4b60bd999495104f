import { Button } from '../../ui/button.tsx'
import { type MenuEntry, type MenuPart, PartedMenu } from '../../ui/menu.tsx'
import type { RecordingTool } from './recording-settings.ts'
import type { RecordingState } from './recording-state.ts'

/** What can be done with a passage or its turn besides coding. */
export type PassageTool =
  | RecordingTool
  | 'original'
  | 'memo'
  | 'restrict'
  | 'erase'
  | 'copy'
  | 'speaker'
  | 'split'
  | 'join'
  | 'question'
  | 'mend'
  | 'correct'
  | 'translate'
  | 'about-translation'

interface MenuTask {
  readonly hasTurns: boolean
  readonly hasGuide: boolean
  /** Then the menu of its translation has what is about it. */
  readonly isTranslated: boolean
  readonly recording: RecordingState['kind']
  readonly onTool: (tool: PassageTool) => void
}

/** The menu of these, by what each is about: the passage (the selection, or the turn at the caret), that turn, or the
    whole source. */
export function PassageMenu(task: MenuTask) {
  return (
    <PartedMenu label="Passage" parts={partsOf(task)}>
      <Button look="quiet">
        <span>
          Passage <span aria-hidden="true">▾</span>
        </span>
      </Button>
    </PartedMenu>
  )
}

function partsOf({ hasTurns, hasGuide, isTranslated, recording, onTool }: MenuTask): readonly MenuPart[] {
  const entry = (id: PassageTool, label: string, keys?: string): MenuEntry => ({
    id,
    label,
    ...(keys ? { keys } : {}),
    run: () => onTool(id),
  })
  return [
    {
      title: 'This passage',
      entries: [
        entry('copy', 'Copy quote with citation'),
        entry('memo', 'Write a memo…'),
        entry('restrict', 'Restrict use…'),
        entry('original', 'Show in the original', 'I'),
        entry('erase', 'Erase this passage for good…'),
      ],
    },
    {
      title: hasTurns ? 'Its turn' : 'Its paragraph',
      entries: [
        entry('correct', 'Correct the words…', 'B'),
        ...(hasTurns
          ? [
              entry('speaker', 'Change the speaker…'),
              entry('split', 'Split at the caret'),
              entry('join', 'Join with the next'),
            ]
          : []),
        ...(hasTurns && hasGuide ? [entry('question', 'Link to a question…')] : []),
        ...(recording === 'open' ? [entry('play', 'Play from here', 'G')] : []),
        ...(hasTurns ? [entry('time', 'Set the time…')] : []),
      ],
    },
    {
      title: 'The source',
      entries: [
        ...(isTranslated ? [] : [entry('translate', 'Add a translation…')]),
        ...(recording === 'none' ? [entry('link', 'Link a recording…')] : []),
      ],
    },
  ]
}
