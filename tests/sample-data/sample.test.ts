import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { inquiryOf } from '../../shared/model/project.ts'

const read = readProjectFile(readFileSync('sample-data/sample.qdpx'))
if (!read.ok) throw new Error(read.problem)
const { project, contents, changes } = read.archive

test('the sample that ships opens whole, from its own record, with nothing to remark', () => {
  expect(read.notes).toEqual([])
  expect(brokenRules(project, (hash) => contents.get(hash)?.text)).toEqual([])
  expect(changes.length).toBeGreaterThan(1)
})

test('the sample is as rich as it promises and says that it is fictional', () => {
  const { source, coder, participant, question, report } = project.tables
  const kinds = [...source.values()].map((each) => each.kind)
  expect(kinds.filter((kind) => kind === 'interview')).toHaveLength(8)
  expect(kinds.filter((kind) => kind === 'group')).toHaveLength(1)
  for (const { id, words } of source.values()) {
    expect(words).toBeGreaterThanOrEqual(1000)
    expect(words).toBeLessThanOrEqual(1800)
    const codings = project.codings.get(id) ?? []
    expect(codings.length).toBeGreaterThanOrEqual(20)
    expect(new Set(codings.map((coding) => coding.coder)).size).toBe(2)
  }
  expect([coder.size, question.size > 5, report.size]).toEqual([2, true, 1])
  expect(new Set([...participant.values()].map((each) => each.consent))).toEqual(
    new Set(['quote', 'paraphrase', 'count', 'withdrawn']),
  )
  expect(inquiryOf(project).description).toContain('fictional')
})
