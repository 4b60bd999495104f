import { changePassphrase, makeLock, openLock, usualCost } from '../../shared/lock/lock.ts'
import { openLockedFile } from '../../shared/lock/locked-file.ts'
import { randomBytes, sha256 } from '../platform/making.ts'
import type { LockAnswer, LockRequest } from './lock-messages.ts'

/** Works one request out. `cost` is what trying a new passphrase is to take. */
export async function answerLock(request: LockRequest, cost = usualCost): Promise<LockAnswer> {
  switch (request.kind) {
    case 'make': {
      const { passphrase, of } = request
      const keys = of
        ? changePassphrase(of, passphrase, randomBytes, cost)
        : makeLock(passphrase, randomBytes, cost)
      return { kind: 'keys', keys }
    }
    case 'try':
      return { kind: 'keys', keys: openLock(request.lock, request.passphrase) }
    case 'open file': {
      const hash = await sha256(new Uint8Array(request.bytes))
      return { kind: 'file', file: openLockedFile(request.bytes, request.keys), hash }
    }
  }
}
