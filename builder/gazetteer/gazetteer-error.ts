// The one error of this folder: a file that is no gazetteer. Its message names file and line, says
// what was expected, what was found, and what to do.

export class GazetteerError extends Error {
  override readonly name = 'GazetteerError';

  constructor(file: string, line: number | null, message: string) {
    super(line === null ? `${file}: ${message}` : `${file}:${line}: ${message}`);
  }
}
