/** Overview. */
export function OverviewPart() {
  return <h2>Overview</h2>
}
