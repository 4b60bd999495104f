import type { ContentHash } from '../../shared/model/ids.ts'
import { readQuery } from '../../shared/search/read-query.ts'
import { type FoldedTexts, type SourceHits, scanTexts } from '../../shared/search/scan-texts.ts'
import type { SearchAnswer, SearchRequest } from './search-messages.ts'

/* Looks through texts away from the window. A newer question ends an older one between two sources; an expression
   that never ends is ended by whoever started this worker. */

const texts = new Map<ContentHash, string>()
const folded: FoldedTexts = new Map()
let current = 0

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if (data.kind === 'texts') for (const { content, text } of data.texts) texts.set(content, text)
  else if (data.kind === 'stop') current++
  else void search(data)
})

async function search({ number, wish, sources }: Extract<SearchRequest, { kind: 'search' }>): Promise<void> {
  current = number
  const read = readQuery(wish)
  if (!read?.ok) return answer({ kind: 'done', number })
  let found: SourceHits[] = []
  let looked = 0
  let since = performance.now()
  const scans = sources.map((each) => ({ ...each, text: texts.get(each.content) ?? '' }))
  for (const hits of scanTexts(scans, read.finder, folded)) {
    looked++
    if (hits.hits.length > 0) found.push(hits)
    if (performance.now() - since < slice) continue
    answer({ kind: 'found', number, found, looked })
    found = []
    await breath()
    if (current !== number) return
    since = performance.now()
  }
  answer({ kind: 'found', number, found, looked })
  answer({ kind: 'done', number })
}

/** Milliseconds of looking between two answers: often enough to feel immediate. */
const slice = 24

/** Lets a newer question in. */
function breath(): Promise<void> {
  return new Promise((resume) => setTimeout(resume))
}

function answer(message: SearchAnswer): void {
  postMessage(message)
}
