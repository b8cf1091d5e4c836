// Adding articles. Filled in once the server takes documents.

export function AddSheet() {
  return null;
}
