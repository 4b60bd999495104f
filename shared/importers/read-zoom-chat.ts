import type { Speech } from './caption-speech.ts'
import { type CaptionTurn, turnUtterance } from './caption-turns.ts'
import { cuePlace } from './cue-place.ts'
import { readTime } from './cue-times.ts'
import type { DecodedText } from './decode-text.ts'
import { draftSpeech } from './draft-speech.ts'
import type { FileLines } from './file-lines.ts'
import { sourceNameOf } from './file-name.ts'
import { cleanLabel } from './label-grammar.ts'
import { notice } from './notice.ts'
import type { ImportNotice, ImportOutcome } from './source-draft.ts'
import { type ChatRecord, chatRecords, type NumberedRecord } from './zoom-chat-records.ts'

/** A chat saved by Zoom as a draft: a turn for what one person writes in a row, each message on lines of its own.
    Reactions and the quoted beginnings of answered messages are others' words: they are left out and counted. */
export function readZoomChat(fileName: string, decoded: DecodedText): ImportOutcome {
  const records = chatRecords(decoded.text)
  const reactions = records.filter((record) => REACTION.test(record.text))
  const messages = records.filter((record) => !REACTION.test(record.text))
  const written = messages.map(withoutQuote).filter((message) => message.text !== '')
  if (written.length === 0) {
    const problem = 'This Zoom chat holds no messages, only reactions: check that it is the right file.'
    return { ok: false, problem }
  }
  const clock = isTimeOfDay(records)
  const turns = turnsOf(written, clock, decoded.lines()).map((turn) => turnUtterance(turn, '\n'))
  const draft = draftSpeech(turns, {
    name: sourceNameOf(fileName),
    format: 'zoom-chat',
    layout: 'Zoom chat (text)',
    attributes: clock
      ? { 'First message': records[0]?.time ?? '', 'Last message': records.at(-1)?.time ?? '' }
      : {},
    units: records.length,
    encoding: decoded.encoding,
    notices: [...decoded.notices, ...chatNotices(messages, written, reactions, clock)],
  })
  return { ok: true, draft }
}

const REACTION =
  /^(?:Reacted to ["“][\s\S]*["”] with .{1,60}|Removed an? .{1,60} reaction from ["“][\s\S]*["”])$/
const QUOTE = /^Replying to ["“][\s\S]{0,600}?["”][ ]?(?:\n|$)/

function withoutQuote(record: NumberedRecord): NumberedRecord {
  return QUOTE.test(record.text) ? { ...record, text: record.text.replace(QUOTE, '').trim() } : record
}

/** Cloud recordings count from their start; chats saved on a computer state the time of day. */
function isTimeOfDay(records: readonly ChatRecord[]): boolean {
  return (readTime(records[0]?.time ?? '') ?? 0) >= 5 * 3600 * 1000
}

function turnsOf(
  written: readonly NumberedRecord[],
  clock: boolean,
  file: FileLines,
): readonly CaptionTurn[] {
  const turns: { speaker: string | null; speeches: Speech[] }[] = []
  for (const record of written) {
    const label = cleanLabel(record.name)
    const speaker = label === '' ? null : label
    const time = clock ? null : readTime(record.time)
    const place = cuePlace(record.number, file.lines(record.first, record.last))
    const speech = { speaker, text: record.text, time, endTime: null, utterance: null, place }
    const turn = turns.at(-1)
    if (turn !== undefined && turn.speaker === speaker) turn.speeches.push(speech)
    else turns.push({ speaker, speeches: [speech] })
  }
  return turns
}

function chatNotices(
  messages: readonly ChatRecord[],
  written: readonly ChatRecord[],
  reactions: readonly ChatRecord[],
  clock: boolean,
): readonly ImportNotice[] {
  const quoting = messages.filter((record) => QUOTE.test(record.text))
  const personal = messages.filter((record) => record.to !== null)
  return [
    ...notice(
      'dropped',
      reactions.length,
      ['reaction left out', 'reactions left out'],
      reactions.map((record) => `${record.name}: ${record.text}`),
    ),
    ...notice(
      'dropped',
      quoting.length,
      ['quoted beginning of an answered message left out', 'quoted beginnings of answered messages left out'],
      quoting.map((record) => record.text.split('\n', 1)[0] ?? ''),
    ),
    ...notice('dropped', messages.length - written.length, [
      'empty message left out',
      'empty messages left out',
    ]),
    ...notice(
      'doubt',
      personal.length,
      [
        'message was written to one person only: look whether it may be used',
        'messages were written to one person only: look whether they may be used',
      ],
      personal.map((record) => `${record.name} to ${record.to ?? ''}: ${record.text}`),
    ),
    ...notice('dropped', clock ? written.length : 0, [
      'time of day left out: it is no time of a recording',
      'times of day left out: they are no times of a recording',
    ]),
  ]
}
