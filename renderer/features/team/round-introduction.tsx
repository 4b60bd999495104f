import { useMemo } from 'react'
import { readInCommon } from '../../../shared/analysis/agreement/read-in-common.ts'
import type { Project } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import styles from './agreement.module.css'
import { pairsInCommon } from './round-form.ts'

/** What a round is, what it needs, and who has coded what in common so far. */
export function RoundIntroduction({ project }: { readonly project: Project }) {
  const open = useOpenProject()
  const reading = useMemo(() => readInCommon(project), [project])
  const pairs = pairsInCommon(reading).slice(0, mostPairs)
  const coder = (id: string) => project.tables.coder.get(id)?.name ?? 'somebody who is gone'
  const of = project.tables.source.size
  return (
    <section className={styles.introduction} aria-label="What a round is">
      <h3>Compare how two or more of you coded the same sources</h3>
      <p>
        A round names who is compared, on which sources, in which unit, and with which version of the
        codebook. It needs at least two coders who coded the same sources independently of one another. Loam
        then says code by code how far they agree beyond chance, and where they do not, you walk through the
        places side by side and decide. What you decide goes into the agreed coding; everybody’s own coding
        stays as it is.
      </p>
      {project.tables.coder.size < 2 ? (
        <p>
          So far there is one coder. Add others under{' '}
          <a href={hrefTo(open.id, { kind: 'settings' })}>Settings</a>, or merge a copy that somebody else
          coded.
        </p>
      ) : null}
      <h3>Coded in common so far</h3>
      {pairs.length === 0 ? (
        <p>
          {reading.byCoder.size === 0
            ? 'Nobody has coded anything yet.'
            : `Only ${coder([...reading.byCoder.keys()][0] ?? '')} has coded anything yet.`}
        </p>
      ) : (
        <ul className={styles.pairs}>
          {pairs.map(({ coders: [a, b], sources }) => (
            <li key={`${a} ${b}`}>
              <b>
                {coder(a)} and {coder(b)}
              </b>
              : {sources === 0 ? 'no source' : sources} of {counted(of, 'source')}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** More pairs than this say less, not more. */
const mostPairs = 10
