import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { HEADER_POLICY, PAGE_POLICY, STYLE_NONCE } from '../../electron/content-policy.ts'

const root = resolve(import.meta.dirname, '../..')
const page = await readFile(join(root, 'renderer/index.html'), 'utf8')

test('the page states the same content policy as the headers', () => {
  const stated = [...page.matchAll(/http-equiv="Content-Security-Policy"\s+content="([^"]*)"/g)]
  expect(stated.map((match) => match[1])).toEqual([PAGE_POLICY])
  expect(HEADER_POLICY.startsWith(`${PAGE_POLICY}; `)).toBe(true)
})

test('the page hands out the nonce that the policy allows', () => {
  expect(page).toContain(`<meta property="csp-nonce" nonce="${STYLE_NONCE}" />`)
  expect(PAGE_POLICY).toContain(`'nonce-${STYLE_NONCE}'`)
})

test('scripts come from our own files only, and nothing is evaluated', () => {
  expect(PAGE_POLICY).toContain("default-src 'none'; script-src 'self';")
  expect(HEADER_POLICY).not.toMatch(/unsafe|https?:|\*/)
  expect(page).not.toMatch(/<script(?![^>]* src=)/)
  expect(page).not.toMatch(/ on\w+=/)
})

test('the content policy is written down once', async () => {
  const files = await sourcesIn(join(root, 'electron'), join(root, 'renderer'), join(root, 'shared'))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  expect(files.length).toBeGreaterThan(20)
  const defining = files.filter((_, index) => texts[index]?.includes('script-src'))
  expect(defining).toEqual([join(root, 'electron/content-policy.ts')])
})

async function sourcesIn(...folders: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  )
  const files = found.flat().filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  return files.map((entry) => join(entry.parentPath, entry.name))
}
