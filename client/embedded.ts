// A view within another page, at /embed: nothing but the picture and its evidence, and nothing is
// written by it.

export const embedded = (): boolean => window.location.pathname.endsWith('/embed');
