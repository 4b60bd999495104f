/** Says in one sentence why a file could not be written, and what to do. */
export function whyNotWritten(name: string, trouble: unknown): string {
  const code = codeOf(trouble)
  const reason = WRITING.get(code) ?? 'the system refused to write it. Choose another folder'
  const before = NO_FILE.has(code) ? '' : ' The file that was there before is unchanged.'
  return `“${name}” was not saved: ${reason}.${before}`
}

/** Says in one sentence why a file could not be read, and what to do. */
export function whyNotRead(name: string, trouble: unknown): string {
  const reason =
    READING.get(codeOf(trouble)) ?? 'the system refused to read it. Copy it to another folder and try again'
  return `“${name}” could not be opened: ${reason}.`
}

const WRITING: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full. Free some space or choose another disk'],
  ['EDQUOT', 'your share of this disk is used up. Free some space or choose another disk'],
  ['EACCES', 'you may not write in this folder. Choose another one'],
  ['EPERM', 'you may not write in this folder, or the file is locked. Choose another place'],
  ['EROFS', 'this disk can only be read. Choose another one'],
  ['EBUSY', 'another program has the file open. Close it there and save again'],
  ['ENOENT', 'the folder is not there. Choose another one'],
  ['ENOTDIR', 'the folder is not there. Choose another one'],
  ['EISDIR', 'a folder has this name. Choose another name'],
  ['ENAMETOOLONG', 'the name is too long. Choose a shorter one'],
  ['EFBIG', 'this disk does not take files so large. Choose another one'],
  ['EIO', 'the disk reported an error. Choose another disk and look after this one'],
  ['ABORT_ERR', 'it was broken off'],
])

/** Where there is no folder, or a folder has the name, no file was there before. */
const NO_FILE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR'])

const READING: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'it is not there'],
  ['EACCES', 'you may not read it. Ask its owner, or copy it to a folder of your own'],
  ['EPERM', 'you may not read it. Ask its owner, or copy it to a folder of your own'],
  ['EBUSY', 'another program has it open. Close it there and try again'],
  ['EISDIR', 'it is a folder'],
  ['EIO', 'the disk reported an error. Copy the file to another disk and try again'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is larger than 2 GB'],
])

function codeOf(trouble: unknown): string {
  const code = trouble instanceof Error && 'code' in trouble ? trouble.code : null
  return typeof code === 'string' ? code : ''
}
