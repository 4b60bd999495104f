/** One message of a chat saved by Zoom, as the file holds it. */
export interface ChatRecord {
  /** The time as written, `hh:mm:ss`. */
  readonly time: string
  readonly name: string
  /** Who was written to where that is not everyone; null otherwise. */
  readonly to: string | null
  /** The message's own lines, LF between them. */
  readonly text: string
}

/** A message with its number (from 1), and its first and last line as indices (from 0) of the text's lines. */
export interface NumberedRecord extends ChatRecord {
  readonly number: number
  readonly first: number
  readonly last: number
}

/** Whether a text begins as chats do: time, name and text apart by tabs, or "hh:mm:ss From … to …: text" with a sign
    that it is a chat and no sentence about a way from somewhere to somewhere. */
export function isZoomChat(head: string): boolean {
  const first = head.split('\n', 1)[0] ?? ''
  if (readStart(first) === null) return false
  return TABBED.test(first.replace(/^\S+/, '')) || FROM_SIGN.test(head)
}

const TABBED = /^\t([^\t]{1,120}?)[ ]?:\t(.*)$/s
const FROM_SIGN =
  /^\d{1,2}:\d{2}:\d{2}[ \t]{1,8}From [^\n]{1,200}(?: to +(?:everyone|all panelists)|\((?:direct message|privately)\)|[ \t]:(?:\s|$))/im

/** All messages of a chat; lines that begin none belong to the message above (Zoom writes bare line ends inside). */
export function chatRecords(text: string): readonly NumberedRecord[] {
  const records: { start: ChatRecord; lines: string[]; first: number }[] = []
  text.split('\n').forEach((line, at) => {
    const start = readStart(line)
    if (start !== null) records.push({ start, lines: [start.text], first: at })
    else records.at(-1)?.lines.push(line)
  })
  return records.map(({ start, lines, first }, i) => ({
    ...start,
    text: messageText(lines),
    number: i + 1,
    first,
    last: first + lines.length - 1,
  }))
}

function readStart(line: string): ChatRecord | null {
  const time = /^\d{1,2}:\d{2}:\d{2}(?=[ \t])/.exec(line)?.[0]
  if (time === undefined) return null
  const rest = line.slice(time.length)
  const tabbed = TABBED.exec(rest)
  if (tabbed !== null) return { time, name: tabbed[1] ?? '', to: null, text: tabbed[2] ?? '' }
  const from = /^[ \t]{1,8}From[ \t]{1,4}([^\t]{1,240}?)[ \t]{0,4}:(?=\s|$)(.*)$/is.exec(rest)
  if (from === null) return null
  const [, people = '', text = ''] = from
  const [name = '', to = ''] = people.split(/\s+to\s+(?=[^\s])/i)
  return { time, name: name.trim(), to: isEveryone(to) ? null : to.trim(), text }
}

function isEveryone(to: string): boolean {
  return (
    to.trim() === '' ||
    /^(?:everyone|all panelists and attendees|all panelists|alle|tout le monde|todos|tutti)\b/i.test(
      to.trim(),
    )
  )
}

function messageText(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
