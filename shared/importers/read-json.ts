import type { DecodedText } from './decode-text.ts'
import { fromAmazon, fromCallAnalytics } from './json-amazon.ts'
import { fromAssemblyAi } from './json-assemblyai.ts'
import { fromAzure } from './json-azure.ts'
import { fromBbcKaldi } from './json-bbc-kaldi.ts'
import { fromDeepgram } from './json-deepgram.ts'
import { fromElevenLabs } from './json-elevenlabs.ts'
import { fromGoogle } from './json-google.ts'
import { fromParagraphs } from './json-paragraphs.ts'
import { fromRev } from './json-rev.ts'
import { fromSoniox } from './json-soniox.ts'
import { fromSpeechmatics } from './json-speechmatics.ts'
import { fromTurns } from './json-turns.ts'
import { fromVosk } from './json-vosk.ts'
import { fromWatson } from './json-watson.ts'
import { fromWhisper } from './json-whisper.ts'
import { fromWhisperKin } from './json-whisper-kin.ts'
import { fromWhisperX } from './json-whisperx.ts'
import { fromYouTube } from './json-youtube.ts'
import { parseJson } from './parse-json.ts'
import { placedInJson } from './placed-in-json.ts'
import { fromOtranscribe } from './read-otranscribe.ts'
import { draftRecognised, type RecognisedSpeech } from './recognised-speech.ts'
import type { ImportOutcome } from './source-draft.ts'

/** A JSON file as a draft: the transcript of a speech recogniser or of oTranscribe, told by its keys. */
export function readJson(fileName: string, decoded: DecodedText): ImportOutcome {
  const json = parseJson(decoded.text)
  if (json === null) {
    return problem('This JSON file is damaged or cut off: export or download it once more.')
  }
  const typed = fromOtranscribe(json.value, fileName, decoded)
  if (typed !== null) return typed
  for (const reader of RECOGNISERS) {
    const found = reader(json.value)
    if (found !== null)
      return draftRecognised(placedInJson(found, json.value, decoded), fileName, decoded, 'json')
  }
  return problem(UNKNOWN)
}

/** From the most telling keys to the least. */
const RECOGNISERS: readonly ((json: unknown) => RecognisedSpeech | null)[] = [
  fromCallAnalytics,
  fromAmazon,
  fromDeepgram,
  fromWatson,
  fromAzure,
  fromYouTube,
  fromSpeechmatics,
  fromGoogle,
  fromRev,
  fromBbcKaldi,
  fromElevenLabs,
  fromSoniox,
  fromVosk,
  fromParagraphs,
  fromWhisperX,
  fromAssemblyAi,
  fromWhisperKin,
  fromWhisper,
  fromTurns,
]

const UNKNOWN =
  'This JSON file is no transcript that Loam knows (Whisper, WhisperX, Amazon, Azure, Google, Deepgram, AssemblyAI, ElevenLabs, Speechmatics, Soniox, Vosk, Watson, BBC Kaldi, Rev, YouTube, oTranscribe, or a list of turns): export it as SRT, VTT or plain text.'

function problem(sentence: string): ImportOutcome {
  return { ok: false, problem: sentence }
}
