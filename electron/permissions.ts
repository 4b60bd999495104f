import type { Session, WebContents } from 'electron'
import { isOwnAddress } from './app-protocol.ts'

/** The part of Electron's session that permissions concern. */
export type PermissionSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>

/** Denies every permission but keeping projects for good and writing to the clipboard, and those only to
    the main frame of Loam's own page. Cameras, microphones, devices, places and notifications never. */
export function guardPermissions(session: PermissionSession): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) =>
    answer(isOwnFrame(contents, details) && GRANTED.has(permission)),
  )
  session.setPermissionCheckHandler(
    (contents, permission, _origin, details) => isOwnFrame(contents, details) && GRANTED.has(permission),
  )
  session.setDevicePermissionHandler(() => false)
}

const GRANTED: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write'])

interface FrameDetails {
  readonly isMainFrame: boolean
  readonly requestingUrl?: string
}

function isOwnFrame(contents: Pick<WebContents, 'getURL'> | null, details: FrameDetails): boolean {
  if (contents === null || !details.isMainFrame || !isOwnAddress(contents.getURL())) return false
  return details.requestingUrl === undefined || isOwnAddress(details.requestingUrl)
}
