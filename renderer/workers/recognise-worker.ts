import { type KnownText, versionRecogniser } from '../../shared/commands/recognise-version.ts'
import { sketchText } from '../../shared/text/text-sketch.ts'
import { holdKeys } from '../project/keyring.ts'
import { projectDatabase } from '../project/stored-project.ts'
import type { RecogniseAnswer, RecogniseRequest } from './recognise-messages.ts'

/* Tells which source of a project a file is a new version of. Texts are read from the database a few at a time, and
   only their sketches are kept. */

let recognising: Promise<ReturnType<typeof versionRecogniser>> | null = null

addEventListener('message', ({ data }: MessageEvent<RecogniseRequest>) => {
  if (data.kind === 'start') recognising = sketched(data)
  else void answer(data)
})

async function answer({ number, ...file }: Extract<RecogniseRequest, { kind: 'ask' }>): Promise<void> {
  const recognise = await recognising?.catch(() => null)
  const given: RecogniseAnswer = { number, found: recognise?.(file) ?? null }
  postMessage(given)
}

const textsAtOnce = 20

async function sketched({ project, keys, sources }: Extract<RecogniseRequest, { kind: 'start' }>) {
  holdKeys(project, keys)
  const database = projectDatabase(project)
  const known: KnownText[] = []
  try {
    for (let at = 0; at < sources.length; at += textsAtOnce) {
      const stretch = sources.slice(at, at + textsAtOnce)
      const contents = await database.contents(stretch.map(({ content }) => content))
      const texts = new Map(contents.map(({ hash, text }) => [hash, text]))
      for (const { id, names, content } of stretch)
        known.push({ id, names, sketch: sketchText(texts.get(content) ?? '') })
    }
  } finally {
    database.close()
  }
  return versionRecogniser(known)
}
