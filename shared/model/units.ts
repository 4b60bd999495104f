/** A key between two neighbours' keys puts something in order without renumbering (see `order.ts`). */
export type OrderKey = string

/** Milliseconds since 1970 (UTC), for when something was made. */
export type Moment = number
