import { inBrief } from '../../shared/importers/draft-summary.ts'
import { lettersOnOffer } from '../../shared/importers/letters-on-offer.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import type { ImportOutcome, ImportProblem } from '../../shared/importers/source-draft.ts'
import { sketchText } from '../../shared/text/text-sketch.ts'
import { sha256 } from '../platform/making.ts'
import { type IncomingFiles, incomingFiles } from '../project/incoming-files.ts'
import { holdKeys } from '../project/keyring.ts'
import type {
  IncomingAnswer,
  IncomingRequest,
  IncomingStart,
  KnownLetters,
  ReadAgain,
} from './incoming-messages.ts'
import { readPdf } from './pdf-reader.ts'

/* Reads files on their way in, one after another. Bytes and drafts wait in the project's database, so that however
   many files there are, neither the window nor this worker holds more than the one it is at. */

let files: IncomingFiles | null = null
let last: Promise<void> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<IncomingStart | IncomingRequest>) => {
  if (data.kind === 'start') {
    holdKeys(data.project, data.keys)
    files = incomingFiles(data.project, data.batch)
  } else last = last.then(() => answer(data)).catch(() => tellTrouble(data))
})

async function answer(request: IncomingRequest): Promise<void> {
  const { number } = request
  switch (request.kind) {
    case 'read':
      return tell({ number, ...(await read(request)) })
    case 'again':
      return tellWhole(number, await again(request.file, request.options))
    case 'whole':
      return tellWhole(number, (await files?.get(request.file)) ?? lost)
    case 'leave':
      await files?.clear()
      files?.close()
      return tell({ number, kind: 'gone' })
  }
}

async function read({ file, name, bytes, letters }: Extract<IncomingRequest, { kind: 'read' }>) {
  const hash = await sha256(new Uint8Array(bytes))
  const { outcome, ...chosen } = await readAsBefore(name, bytes, letters)
  // What cannot be read is not needed any more.
  await files?.put({ file, name, bytes: outcome.ok ? bytes : new Uint8Array(), outcome })
  const whole = outcome.ok && (outcome.draft.survey ?? outcome.draft.asked) ? { whole: outcome } : {}
  const known = outcome.ok && !outcome.draft.survey && !outcome.draft.asked
  const sketch = known ? { sketch: sketchText(outcome.draft.text) } : {}
  return { kind: 'read', hash, outcome: inBrief(outcome), ...chosen, ...whole, ...sketch } as const
}

/** In the encoding that was chosen before where the same ones were on offer. */
async function readAsBefore(
  name: string,
  bytes: Uint8Array,
  letters: KnownLetters,
): Promise<{ readonly outcome: ImportOutcome; readonly encoding?: string }> {
  const outcome = await readSource({ name, bytes }, { pdf: readPdf })
  const encoding = outcome.ok ? outcome.draft.encoding : undefined
  const chosen = encoding && letters[lettersOnOffer(encoding.candidates)]
  return chosen === undefined || chosen === encoding?.name
    ? { outcome }
    : { outcome: await readSource({ name, bytes }, { pdf: readPdf, encoding: chosen }), encoding: chosen }
}

async function again(file: number, options: ReadAgain) {
  const kept = await files?.get(file)
  if (!kept) return lost
  const { name, bytes } = kept
  const outcome = await readSource({ name, bytes }, { ...options, pdf: readPdf })
  await files?.put({ file, name, bytes, outcome })
  return { outcome, bytes }
}

function tellWhole(number: number, { outcome, bytes }: { outcome: ImportOutcome; bytes: Uint8Array }): void {
  tell({ number, kind: 'whole', outcome, bytes }, [bytes.buffer])
}

function tell(answer: IncomingAnswer, transfer: Transferable[] = []): void {
  postMessage(answer, { transfer })
}

/** The database refused to read or write. */
function tellTrouble({ number, kind }: IncomingRequest): void {
  if (kind === 'leave') tell({ number, kind: 'gone' })
  else if (kind === 'read') tell({ number, kind, hash: '', outcome: full })
  else tell({ number, kind: 'whole', outcome: full, bytes: new Uint8Array() })
}

const lost = {
  outcome: { ok: false, problem: 'What was read of this file is gone: choose it again.' },
  get bytes() {
    return new Uint8Array()
  },
} as const

const full: ImportProblem = {
  ok: false,
  problem: 'There is no room left for this file on this disk, or in the space this browser gives Loam.',
}
