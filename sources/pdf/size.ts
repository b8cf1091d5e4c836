// How large a PDF may be; apart from its reader, so that PDF.js is loaded for a PDF alone.

/** Larger files are not one article. In bytes. */
export const maximumPdfSize = 50_000_000;
