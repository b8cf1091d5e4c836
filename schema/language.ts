/** Whether statements are read out of a language: English, or where it is not known. A BCP 47 tag. */
export function canRead(language: string | null): boolean {
  return language === null || /^en(?:-|$)/i.test(language);
}
