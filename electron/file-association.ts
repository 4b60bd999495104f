import { isAbsolute, resolve } from 'node:path'
import { isProjectFile } from './read-files.ts'

/** The project files that a command line names, as absolute paths: Windows and Linux hand over a
    double-clicked file so, both at the start and to the Loam that is already running. */
export function projectFilesIn(commandLine: readonly string[], folder: string): readonly string[] {
  const named = commandLine.slice(1).filter(namesProject)
  return named.map((path) => (isAbsolute(path) ? path : resolve(folder, path)))
}

function namesProject(argument: string): boolean {
  return !argument.startsWith('-') && isProjectFile(argument)
}
