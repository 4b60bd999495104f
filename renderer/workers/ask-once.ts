/** A question to a worker that lives for it alone: what it needs of memory is free again once it has answered. */
export interface Asked<Answer> {
  /** Null when the worker broke off or was ended before it answered. */
  readonly answer: Promise<Answer | null>
  /** Stops at once, in the middle of its work if need be. */
  end(): void
}

/** Asks a worker that was started for this. `transfer` lists what goes over to it instead of being copied. */
export function askOnce<Answer>(
  worker: Worker,
  request: unknown,
  transfer?: readonly Transferable[],
): Asked<Answer> {
  let end = () => {}
  const ended = new Promise<null>((settle) => {
    end = () => settle(null)
  })
  const answer = Promise.race([answerOf<Answer>(worker, request, transfer), ended])
  return { answer: answer.finally(() => worker.terminate()), end }
}

/** Asks a worker that lives on, one thing after another; null when it broke off. */
export function answerOf<Answer>(
  worker: Worker,
  request: unknown,
  transfer: readonly Transferable[] = [],
): Promise<Answer | null> {
  return new Promise((settle) => {
    const breakOff = () => settle(null)
    worker.onmessage = ({ data }: MessageEvent<Answer>) => settle(data)
    worker.onerror = breakOff
    worker.onmessageerror = breakOff
    worker.postMessage(request, [...transfer])
  })
}
