import styles from './settings.module.css'

const control = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform) ? '⌘' : 'Ctrl'

const groups: readonly { readonly name: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    name: 'Everywhere',
    keys: [
      [`${control} K`, 'Search everything; also with Shift F'],
      [`${control} Z`, 'Undo the last change'],
      [`${control} Shift Z`, 'Do it again'],
      ['Tab', 'To the next control; Shift Tab back'],
      ['Escape', 'Close what is open'],
    ],
  },
  {
    name: 'While writing findings',
    keys: [
      ['Enter', 'Begin to write at a place'],
      ['Escape', 'Leave it; the words are kept'],
      [`${control} B`, 'Bold'],
      [`${control} I`, 'Italic'],
      [`${control} Shift 8`, 'List'],
      [`${control} Shift 7`, 'Numbered list'],
      [`${control} Z`, 'Undo within the text, until you leave it'],
    ],
  },
  {
    name: 'In lists, trees and tables',
    keys: [
      ['↑ ↓', 'Move'],
      ['← →', 'Close and open a branch'],
      ['Space', 'Choose'],
      ['Home, End', 'First, last'],
    ],
  },
]

/** Keys that spare the mouse. */
export function KeyboardPart() {
  return (
    <div className={styles.keyGroups}>
      {groups.map((group) => (
        <div key={group.name}>
          <h3>{group.name}</h3>
          <dl className={styles.keys}>
            {group.keys.map(([keys, what]) => (
              <div key={what}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  )
}
