import { SBV_TIMES } from './sbv-times.ts'
import { isZoomChat } from './zoom-chat-records.ts'

/** Formats of programs that hear speech or help to type it, and captions apart from VTT and SRT. */
export type ProgramFormat =
  | 'json'
  | 'otr'
  | 'tsv'
  | 'lrc'
  | 'noscribe'
  | 'inqscribe'
  | 'zoom-chat'
  | 'sbv'
  | 'ass'
  | 'ttml'
  | 'timedtext'

/** Which program's format a text is in, by its first signs; null for any other text. oTranscribe's file is JSON and is
    told from it by its reader. */
export function programFormat(text: string): ProgramFormat | null {
  const head = text.slice(0, 20_000).trimStart()
  if (isJson(head, text)) return 'json'
  if (TSV_HEADER.test(head)) return 'tsv'
  if (head.startsWith('<')) return xmlFormat(head)
  if (/^app=InqScribe[^\S\n]*$/m.test(head.slice(0, 400))) return 'inqscribe'
  if (SBV_TIMES.test(head.slice(0, 200).split('\n')[0] ?? '')) return 'sbv'
  if (/^\[(?:Script Info|Events)\][^\S\n]*$/im.test(head.slice(0, 2000)) && /^\[/.test(head)) return 'ass'
  if (isZoomChat(head)) return 'zoom-chat'
  return isLrc(head) ? 'lrc' : null
}

/** The columns of Whisper's table; some programs add one for the speaker. */
const TSV_HEADER = /^start\tend\t(?:text|speaker\ttext|text\tspeaker)[^\S\n\t]*(?:\n|$)/i

/** An object or list that begins as programs write one; other text in brackets only where all of it is JSON. */
function isJson(head: string, text: string): boolean {
  if (/^(?:\{|\[\s{0,200}\{)\s{0,200}"[^"\n]{1,80}"\s{0,200}:/.test(head)) return true
  if (!/^[[{]\s*(?:["{[\d\]}-]|true|false|null)/.test(head)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function xmlFormat(head: string): ProgramFormat | null {
  if (/<a\s[^<>]{0,80}\bname=["']?ts_\d/i.test(head) || isNoScribePage(head)) return 'noscribe'
  const root = /<(?:[A-Za-z][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,60})[\s>]/.exec(head)?.[1]
  if (root === 'tt') return 'ttml'
  if (root === 'timedtext' || (root === 'transcript' && /<text\s[^<>]{0,80}\bstart="/.test(head)))
    return 'timedtext'
  return /<scene\s[^<>]{0,200}\bin="/.test(head) ? 'inqscribe' : null
}

/** A page whose head is longer than what is looked at still says what made it. */
function isNoScribePage(head: string): boolean {
  return /^<(?:!doctype html|html)\b/i.test(head) && /\bname=["']?audio_source\b/i.test(head)
}

/** Lines that begin with `[mm:ss.xx]`, hundredths and all, or state a fact (`[ti:…]`). */
function isLrc(head: string): boolean {
  if (!head.startsWith('[')) return false
  const whole = head.length < 19_000 ? head : head.slice(0, head.lastIndexOf('\n') + 1)
  const lines = whole.split('\n').filter((line) => /\S/.test(line))
  const fitting = lines.filter((line) => LRC_LINE.test(line)).length
  return fitting >= 2 && fitting >= lines.length * 0.9 && lines.some((line) => /^\s*\[\d/.test(line))
}

const LRC_LINE =
  /^\s{0,8}\[(?:\d{1,3}:\d{2}\.\d{2}\]|(?:ti|ar|al|au|by|re|ve|tool|length|offset|la):[^\n\]]{0,200}\]\s*$)/
