/** Whether a text in XML or HTML has more tags than a number, told before anything is made of them. */
export function hasMoreTags(text: string, most: number): boolean {
  let count = 0
  for (let at = text.indexOf('<'); at !== -1 && count <= most; at = text.indexOf('<', at + 1)) count += 1
  return count > most
}
