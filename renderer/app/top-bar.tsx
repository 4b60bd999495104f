import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { hrefTo } from '../parts/places.ts'
import { redoLast, undoLast } from '../parts/undo.ts'
import { labelShownIn } from '../project/blind.ts'
import { useOpenProject, useSelected } from '../project/project-context.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import menu from '../ui/menu.module.css'
import { GoingOut } from './going-out.tsx'
import { chooseTheme, chosenTheme, type Theme } from './theme.ts'
import type { ProjectFile } from './use-project-file.ts'
import styles from './workbench.module.css'

const themes: readonly { readonly id: Theme; readonly label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'paper', label: 'Paper' },
]

/** The head of the desk: which project this is, undo and redo, its file, and how it looks. */
export function TopBar({
  name,
  home,
  file,
  isSearching,
}: {
  readonly name: string
  readonly home: string
  readonly file: ProjectFile
  /** The search screen has a field of its own. */
  readonly isSearching: boolean
}) {
  const open = useOpenProject()
  const undoable = useSelected((each) => labelShownIn(each, each.undoStack.undoable.at(-1)))
  const redoable = useSelected((each) => labelShownIn(each, each.undoStack.redoable.at(-1)))
  return (
    <header className={styles.top}>
      <a href={home} className={styles.brand}>
        Loam
      </a>
      <a href={hrefTo(open.id, { kind: 'settings' })} className={styles.name} title="Project settings">
        {name}
      </a>
      <span className={styles.grow} />
      {isSearching ? null : <SearchEverything />}
      <IconButton
        name={undoable ? `Undo: ${undoable}` : 'Undo'}
        isDisabled={!undoable}
        onPress={() => void undoLast(open)}
      >
        ↶
      </IconButton>
      <IconButton
        name={redoable ? `Redo: ${redoable}` : 'Redo'}
        isDisabled={!redoable}
        onPress={() => void redoLast(open)}
      >
        ↷
      </IconButton>
      <MenuTrigger>
        <Button look="quiet">Theme</Button>
        <Popover className={menu.popover ?? ''}>
          <Menu
            aria-label="Theme"
            className={menu.list ?? ''}
            selectionMode="single"
            defaultSelectedKeys={[chosenTheme()]}
            items={themes}
            onAction={(key) => {
              const theme = themes.find((each) => each.id === key)
              if (theme) chooseTheme(theme.id)
            }}
          >
            {({ id, label }) => (
              <MenuItem id={id} className={menu.item ?? ''}>
                {label}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      <GoingOut />
      <Button onPress={() => void file.save()}>
        {file.name ? (file.behind ? 'Save file' : 'File up to date') : 'Save as a file…'}
      </Button>
    </header>
  )
}

function SearchEverything() {
  const open = useOpenProject()
  return (
    <button
      type="button"
      className={styles.search}
      aria-keyshortcuts="Control+K Control+Shift+F"
      onClick={() => {
        location.hash = hrefTo(open.id, { kind: 'search' })
      }}
    >
      Search everything <span aria-hidden="true">Ctrl K</span>
    </button>
  )
}
