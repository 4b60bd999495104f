import { useState } from 'react'

const memory = 'loam-closed-branches'

/** The branches of the code tree somebody closed, and a way to say which; kept in this browser. */
export function useClosedBranches(): [ReadonlySet<string>, (closed: ReadonlySet<string>) => void] {
  const [closed, setClosed] = useState(readClosed)
  return [
    closed,
    (next) => {
      setClosed(next)
      localStorage.setItem(memory, JSON.stringify([...next]))
    },
  ]
}

function readClosed(): ReadonlySet<string> {
  const stored: unknown = JSON.parse(localStorage.getItem(memory) ?? '[]')
  return new Set(Array.isArray(stored) ? stored.map(String) : [])
}
