/** Proposals. */
export function ProposalsPart() {
  return <h2>Proposals</h2>
}
