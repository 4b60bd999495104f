import { extname, isAbsolute, resolve } from 'node:path'
import { PROJECT_ENDING } from './read-files.ts'

/** The project files that a command line names, as absolute paths: Windows and Linux hand over a
    double-clicked file so, both at the start and to the Loam that is already running. */
export function projectFilesIn(commandLine: readonly string[], folder: string): readonly string[] {
  const named = commandLine.slice(1).filter(isProjectFile)
  return named.map((path) => (isAbsolute(path) ? path : resolve(folder, path)))
}

function isProjectFile(argument: string): boolean {
  return !argument.startsWith('-') && extname(argument).toLowerCase() === `.${PROJECT_ENDING}`
}
