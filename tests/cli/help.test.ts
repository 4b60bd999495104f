import { expect, test } from 'vitest'
import { importCommand, importFlags } from '../../electron/cli/import-command.ts'

test('help on importing names every flag there is, in lines that fit a terminal', () => {
  for (const flag of Object.keys(importFlags)) expect(importCommand.help).toContain(`--${flag} `)
  for (const line of importCommand.help.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
})

test('help on importing names the formats one by one', () => {
  for (const format of ['Word (DOCX, DOC)', 'PDF', 'ELAN', 'noScribe', 'tables (CSV'])
    expect(importCommand.help.replace(/\s+/g, ' ')).toContain(format)
})
