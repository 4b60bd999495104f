import { expect, test } from 'vitest'
import { type SearchWorker, searchClient } from '../../renderer/workers/search-client.ts'
import type { SearchAnswer, SearchRequest } from '../../renderer/workers/search-messages.ts'
import { buildProject } from '../support/build-project.ts'

const { project, texts } = buildProject({ sources: [{ name: 'One', text: 'a river' }] })
const [source] = [...project.tables.source.values()].map(({ id, content }) => ({
  source: id,
  content,
  stretches: Int32Array.of(0, 7),
}))
const wish = { query: 'river', regex: false, wholeWord: false, matchCase: false, accents: false }

/** A worker that answers only when told to, and a clock that runs out only when told to. */
function desk() {
  const workers: { asked: SearchRequest[]; isKilled: boolean; answer: (answer: SearchAnswer) => void }[] = []
  const timers = new Set<() => void>()
  const start = (): SearchWorker => {
    const asked: SearchRequest[] = []
    const worker: SearchWorker = {
      onmessage: null,
      postMessage: (message) => void asked.push(message),
      terminate: () => {
        here.isKilled = true
      },
    }
    const here = {
      asked,
      isKilled: false,
      answer: (answer: SearchAnswer) => worker.onmessage?.(new MessageEvent('message', { data: answer })),
    }
    workers.push(here)
    return worker
  }
  const later = (run: () => void) => {
    timers.add(run)
    return () => timers.delete(run)
  }
  const told: string[] = []
  const listener = {
    found: (found: readonly unknown[], looked: number) =>
      void told.push(`found ${found.length}, looked through ${looked}`),
    done: () => void told.push('done'),
    tooLong: () => void told.push('too long'),
  }
  const client = searchClient(start, later)
  const ask = () => client.search(wish, source ? [source] : [], texts, listener)
  const numberOf = (at = workers.length - 1) =>
    workers[at]?.asked.findLast((message) => message.kind === 'search')?.number ?? 0
  return {
    client,
    workers,
    told,
    ask,
    numberOf,
    runOut: () => {
      for (const run of [...timers]) run()
    },
  }
}

test('a text travels to the worker once, questions travel each time', () => {
  const { workers, ask } = desk()
  ask()
  ask()
  expect(workers).toHaveLength(1)
  expect(workers[0]?.asked.map((message) => message.kind)).toEqual(['texts', 'search', 'stop', 'search'])
})

test('answers come through as they are found, and none after another question', () => {
  const { workers, ask, told, numberOf } = desk()
  ask()
  const first = numberOf()
  workers[0]?.answer({ kind: 'found', number: first, found: [], looked: 1 })
  ask()
  workers[0]?.answer({ kind: 'done', number: first })
  workers[0]?.answer({ kind: 'done', number: numberOf() })
  expect(told).toEqual(['found 0, looked through 1', 'done'])
})

test('a worker that stays silent is killed, this is said, and the next question starts anew with all texts', () => {
  const { workers, ask, told, runOut } = desk()
  ask()
  runOut()
  expect(told).toEqual(['too long'])
  expect(workers[0]?.isKilled).toBe(true)
  ask()
  expect(workers[1]?.asked.map((message) => message.kind)).toEqual(['texts', 'search'])
})

test('a stopped search says nothing more and does not run out of time', () => {
  const { client, workers, ask, told, numberOf, runOut } = desk()
  ask()
  client.stop()
  workers[0]?.answer({ kind: 'found', number: numberOf(), found: [], looked: 1 })
  runOut()
  expect(told).toEqual([])
  expect(workers[0]?.isKilled).toBe(false)
})
