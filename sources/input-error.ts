// The one error of this folder: input that cannot become a document. Its message is a sentence
// for the user: what was expected, what was found, what to do.

export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The error as an InputError; anything that is none is thrown again, for it is a fault of ours. */
export function inputErrorOf(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}
