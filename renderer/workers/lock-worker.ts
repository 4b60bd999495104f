import { answerLock } from './answer-lock.ts'
import type { LockAnswer, LockRequest } from './lock-messages.ts'

/* Tries passphrases and opens locked files away from the window. Nothing of either is kept: it is ended after one
   answer. */

addEventListener('message', ({ data }: MessageEvent<LockRequest>) => {
  void answerLock(data)
    .catch((): LockAnswer => ({ kind: 'failed' }))
    .then((answer) => postMessage(answer))
})
