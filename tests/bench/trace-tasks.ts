import type { Page } from 'playwright-core'

/** Watches the window's main thread; gives what ends that and the most processor time of one task, in milliseconds.
    A busy machine makes tasks look longer than they are. */
export async function traceTasks(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (!session) return async () => Number.NaN
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (isTraced(event)) events.push(event)
  })
  const traceConfig = { includedCategories: ['toplevel'], excludedCategories: ['*'] }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  return async () => {
    const complete = new Promise((settle) => session.once('Tracing.tracingComplete', settle))
    await session.send('Tracing.end')
    await complete
    await session.detach()
    const main = events.filter(({ args }) => args?.name === 'CrRendererMain')
    const isMain = ({ pid, tid }: TraceEvent) => main.some((each) => each.pid === pid && each.tid === tid)
    return events.reduce((most, each) => Math.max(most, isMain(each) ? (each.tdur ?? 0) / 1000 : 0), 0)
  }
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Processor time in microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

function isTraced(event: object): event is TraceEvent {
  return 'name' in event && typeof event.name === 'string' && /RunTask|thread_name/.test(event.name)
}
