import type { ReactNode } from 'react'
import type { ProseDoc, ProseNode } from '../../shared/model/report-entities.ts'

/** Prose at rest: the same elements as in the editor, so that nothing moves when writing begins. */
export function ProseText({ doc }: { readonly doc: ProseDoc }) {
  return <>{children(doc.content)}</>
}

function children(nodes: readonly ProseNode[] | undefined): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: nodes have no identity but their place.
  return nodes?.map((node, i) => <Node key={i} node={node} />)
}

function Node({ node }: { readonly node: ProseNode }): ReactNode {
  switch (node.type) {
    case 'text':
      return marked(node)
    case 'hardBreak':
      return <br />
    case 'heading':
      return <h4>{children(node.content)}</h4>
    case 'bulletList':
      return <ul>{children(node.content)}</ul>
    case 'orderedList':
      return <ol start={Number(node.attrs?.start ?? 1)}>{children(node.content)}</ol>
    case 'listItem':
      return <li>{children(node.content)}</li>
    case 'blockquote':
      return <blockquote>{children(node.content)}</blockquote>
    default:
      return <p>{node.content ? children(node.content) : <br />}</p>
  }
}

function marked(node: ProseNode): ReactNode {
  let text: ReactNode = node.text
  for (const { type } of node.marks ?? []) {
    if (type === 'bold') text = <strong>{text}</strong>
    if (type === 'italic') text = <em>{text}</em>
  }
  return text
}
