/** Merging. */
export function MergingPart() {
  return <h2>Merging</h2>
}
