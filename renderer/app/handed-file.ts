import type { DesktopRequest, OpenedFile } from '../../shared/bridge.ts'

/** What becomes of a project file that the system hands over. */
export type HandedOver =
  /** The start takes it, or it is no file at all. */
  | { readonly kind: 'elsewhere' }
  /** A project is open: whoever works in it decides. */
  | { readonly kind: 'ask'; readonly file: OpenedFile }
  /** It could not be read, which is no reason to leave the open project. */
  | { readonly kind: 'tell'; readonly problem: string }

/** Decides it; `isStart` is true while the start is shown. */
export function handedOver(request: DesktopRequest, isStart: boolean): HandedOver {
  if (request.kind !== 'open' || isStart) return { kind: 'elsewhere' }
  const { file } = request
  return file.problem === undefined ? { kind: 'ask', file } : { kind: 'tell', problem: file.problem }
}
