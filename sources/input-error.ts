// The one error of this folder: input that cannot become a document. Its message is a sentence
// for the user: what was expected, what was found, what to do.

export class InputError extends Error {
  override readonly name = 'InputError';
}
