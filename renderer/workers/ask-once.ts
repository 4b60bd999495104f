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
  transfer: readonly Transferable[] = [],
): Asked<Answer> {
  let end = () => {}
  const answer = new Promise<Answer | null>((settle) => {
    end = () => settle(null)
    worker.onmessage = ({ data }: MessageEvent<Answer>) => settle(data)
    worker.onerror = end
    worker.onmessageerror = end
    worker.postMessage(request, [...transfer])
  }).finally(() => worker.terminate())
  return { answer, end: () => end() }
}
