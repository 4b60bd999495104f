import { useEffect, useState } from 'react'
import type { ProjectId } from '../../shared/model/ids.ts'
import type { ListedProject } from './listed-project.ts'
import { listedProject, onListChange } from './project-list.ts'

/** What this machine's list says of a project, as it changes; undefined until it was read. */
export function useListed(id: ProjectId): ListedProject | undefined {
  const [listed, setListed] = useState<ListedProject | undefined>()
  useEffect(() => {
    let wanted = true
    const look = () =>
      void listedProject(id).then((found) => {
        if (wanted) setListed(found)
      })
    look()
    const end = onListChange(look)
    return () => {
      wanted = false
      end()
    }
  }, [id])
  return listed
}
