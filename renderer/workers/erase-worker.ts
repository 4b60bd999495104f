import { surroundings } from '../platform/making.ts'
import { answerErase } from './answer-erase.ts'
import type { EraseRequest } from './erase-messages.ts'

/* Erases for good, away from the window: the project's whole home is read and written anew. */

addEventListener('message', ({ data }: MessageEvent<EraseRequest>) => {
  void answerErase(data, surroundings)
    .catch(() => null)
    .then((answer) => postMessage(answer))
})
