/** What names a choice between encodings: the same ones on offer, in whatever order, are the same choice. */
export function lettersOnOffer(candidates: readonly { readonly name: string }[]): string {
  return candidates
    .map(({ name }) => name)
    .toSorted()
    .join(' ')
}
