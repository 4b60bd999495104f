import { surroundings } from '../platform/making.ts'
import { answerErase } from './answer-erase.ts'
import { type Asked, askOnce } from './ask-once.ts'
import type { EraseAnswer, EraseRequest } from './erase-messages.ts'

/** Asks about an erasure, or for it, without keeping the window waiting. */
export function askErase(request: EraseRequest): Asked<EraseAnswer> {
  if (typeof Worker === 'undefined')
    return { answer: answerErase(request, surroundings).catch(() => null), end: () => {} }
  const worker = new Worker(new URL('./erase-worker.ts', import.meta.url), { type: 'module', name: 'erase' })
  return askOnce<EraseAnswer>(worker, request)
}
