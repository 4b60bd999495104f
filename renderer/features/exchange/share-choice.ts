import type { SharePart } from '../../../shared/exchange/share-copy.ts'
import type { ShareNumbers } from '../../../shared/exchange/share-numbers.ts'

/** The parts that go along: the history takes earlier texts with it, and the names in it; nothing that is not there. */
export function chosenParts(wanted: ReadonlySet<SharePart>, share: ShareNumbers): ReadonlySet<SharePart> {
  const parts = new Set(wanted)
  if (share.historyRefused) parts.delete('history')
  if (parts.has('history')) {
    parts.add('earlier texts')
    if (share.historyHoldsNames) parts.add('names')
  }
  return parts
}

/** How large the file will be: "about 2.4 MB". */
export function sizeInWords({ bytes, parts }: ShareNumbers, chosen: ReadonlySet<SharePart>): string {
  const all = [...chosen].reduce((sum, part) => sum + parts[part].bytes, bytes)
  return `about ${bytesInWords(all)}`
}

/** A size as people say it, in thousands. */
export function bytesInWords(bytes: number): string {
  if (bytes < 950_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  const megabytes = bytes / 1_000_000
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
