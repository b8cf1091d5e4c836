// Which language a text is in. Only English is read so far; anything else is refused, not garbled.

import { francAll } from 'franc-min';

/** Shorter texts say too little about their language. In letters. */
const leastLetters = 60;
/** A text shorter than this many letters may be names for the most part. */
const shortLetters = 200;

/** Words that make up a third of any English prose and little of any other language's. */
const functionWords =
  /\b(the|of|and|to|that|with|for|on|was|were|is|are|has|have|had|by|from|at|said|its|his|her|their|would|will|which|who)\b/gi;

/** Share of the words that are common English function words. */
function englishShare(text: string): number {
  const words = text.match(/[\p{L}’']+/gu)?.length ?? 0;
  return words === 0 ? 0 : (text.match(functionWords)?.length ?? 0) / words;
}

/**
 * ISO 639-3 code of a language that the text is clearly in other than English, else null.
 * Scores are relative to the best; English within a tenth of it (a fifth in a short text) counts as English,
 * and so does a text with enough English function words, whatever names stand in it.
 */
export function foreignLanguage(text: string): string | null {
  const sample = text.slice(0, 5000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < leastLetters) return null;
  if (englishShare(sample) > (letters < shortLetters ? 0.08 : 0.15)) return null;
  const scores = francAll(sample);
  const english = scores.find(([code]) => code === 'eng')?.[1] ?? 0;
  const best = scores[0];
  const least = letters < shortLetters ? 0.8 : 0.9;
  return best && best[0] !== 'und' && english < least ? best[0] : null;
}
