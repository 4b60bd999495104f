import type { Recording } from '../model/source-entities.ts'

/** Endings of sound and video files, in small letters without a dot, with their media type. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['m4b', 'audio/mp4'],
  ['aac', 'audio/aac'],
  ['wav', 'audio/wav'],
  ['ogg', 'audio/ogg'],
  ['oga', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['flac', 'audio/flac'],
  ['weba', 'audio/webm'],
  ['wma', 'audio/x-ms-wma'],
  ['amr', 'audio/amr'],
  ['aif', 'audio/aiff'],
  ['aiff', 'audio/aiff'],
  ['caf', 'audio/x-caf'],
  ['mp4', 'video/mp4'],
  ['m4v', 'video/mp4'],
  ['mov', 'video/quicktime'],
  ['webm', 'video/webm'],
  ['ogv', 'video/ogg'],
  ['mkv', 'video/x-matroska'],
  ['avi', 'video/x-msvideo'],
  ['wmv', 'video/x-ms-wmv'],
  ['mpg', 'video/mpeg'],
  ['mpeg', 'video/mpeg'],
  ['3gp', 'video/3gpp'],
])

/** Endings of everything that can be linked as a recording. */
export const recordingEndings: readonly string[] = [...MEDIA_TYPES.keys()]

/** The media type of a file by its name's ending; null for what is no sound or video. */
export function recordingMediaType(name: string): string | null {
  return MEDIA_TYPES.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? null
}

/** Whether a file is a sound or a video, by its name's ending; null for neither. */
export function recordingKind(name: string): Recording['kind'] | null {
  const type = recordingMediaType(name)
  if (type === null) return null
  return type.startsWith('video/') ? 'video' : 'audio'
}
