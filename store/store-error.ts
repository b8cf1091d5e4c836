// The error of this folder. Its message is a sentence for the user: what was expected, what was
// found, what to do. The code is for programs.

export type StoreErrorCode =
  | 'missing' // there is no such database, and none may be made
  | 'not-a-database' // a folder, or a file of something else
  | 'corrupt'
  | 'newer' // written by a newer version
  | 'not-writable'
  | 'busy' // another process holds the lock
  | 'full'
  | 'closed'
  | 'inconsistent' // an extraction or a judgement that contradicts itself
  | 'unknown' // a judgement about what is not there
  | 'failed';

export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
