import type { ProjectId } from '../../shared/model/ids.ts'
import { type Home, openHome } from './database.ts'

/** A project's home, which may become another one while it is in use. */
export interface MovableHome {
  /** Does something in the home of now; while it moves, in the one it moves to. */
  use<T>(work: (db: Home) => PromiseLike<T>): Promise<T>
  /** Waits for what is under way, makes another home, and goes on there; where making it fails, it stays. */
  move(make: () => Promise<void>): Promise<void>
  close(): void
}

/** Opens (or makes) a project's home, `first` where it is not the one in use; after moving, it is opened anew with the
    keys that are held by then. */
export function movableHome(id: ProjectId, first: Home = openHome(id)): MovableHome {
  let db = first
  let moving: Promise<void> | null = null
  const underWay = new Set<Promise<unknown>>()
  const begin = <T>(work: (db: Home) => PromiseLike<T>): Promise<T> => {
    const doing = Promise.resolve(work(db)).finally(() => underWay.delete(doing))
    underWay.add(doing)
    return doing
  }
  const use = <T>(work: (db: Home) => PromiseLike<T>): Promise<T> =>
    moving ? moving.then(() => use(work)) : begin(work)
  return {
    use,
    move: (make) => {
      // One moving after the other: a second one copies what the first made.
      const before = moving ?? Promise.resolve()
      const made = before.then(() => Promise.allSettled(underWay)).then(make)
      const moved = made.then(() => {
        db.close()
        db = openHome(id)
      })
      const over = moved
        .catch(() => undefined)
        .then(() => {
          if (moving === over) moving = null
        })
      moving = over
      return moved
    },
    close: () => db.close(),
  }
}
