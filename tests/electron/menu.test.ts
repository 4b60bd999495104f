import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { projectFilesIn } from '../../electron/file-association.ts'
import { menuTemplate } from '../../electron/menu.ts'
import type { MenuCommand } from '../../shared/bridge.ts'

const COMMANDS = {
  'new-project': true,
  'open-file': true,
  import: true,
  save: true,
  'save-as': true,
  'export-report': true,
  print: true,
  undo: true,
  redo: true,
  find: true,
  theme: true,
  'close-project': true,
} as const satisfies Record<MenuCommand, true>

function menu(
  mac: boolean,
  sent: MenuCommand[] = [],
  developing = false,
): readonly MenuItemConstructorOptions[] {
  const nothing = () => undefined
  const command = (given: MenuCommand) => sent.push(given)
  const template = menuTemplate({ mac, developing, command, newWindow: nothing, about: nothing })
  return template.flatMap((entry) => (Array.isArray(entry.submenu) ? entry.submenu : [entry]))
}

test.each([true, false])(
  'every command of the window stands in the menus once and is sent (macOS: %s)',
  (mac) => {
    const sent: MenuCommand[] = []
    const entries = menu(mac, sent).filter((entry) => entry.id !== undefined)
    for (const entry of entries) Reflect.apply(entry.click ?? expect.unreachable, null, [])
    expect(sent.toSorted()).toEqual(Object.keys(COMMANDS).toSorted())
  },
)

test.each([true, false])('no two entries share a key (macOS: %s)', (mac) => {
  const keys = menu(mac)
    .map((entry) => entry.accelerator)
    .filter((key) => key !== undefined)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.length).toBeGreaterThan(10)
})

test('developer tools are offered only while developing', () => {
  const offers = (developing: boolean) =>
    menu(false, [], developing).some((entry) => entry.role === 'toggleDevTools')
  expect([offers(false), offers(true)]).toEqual([false, true])
})

test('a double-clicked project file is found on the command line', () => {
  const line = [
    '/opt/Loam/loam',
    '--allow-file-access',
    'C:ignored.txt',
    'work/Ardal.QDPX',
    '/x/Fen.qdpx',
    '--x=y.qdpx',
  ]
  expect(projectFilesIn(line, '/home/mara')).toEqual(['/home/mara/work/Ardal.QDPX', '/x/Fen.qdpx'])
  expect(projectFilesIn(['/x/loam.qdpx'], '/')).toEqual([])
})
