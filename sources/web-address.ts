// Addresses of articles in one form, so that the same article has the same id wherever its link was
// found: no fragment, no user name, none of the parameters that only say who clicked where.

const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|ns_\w+|at_(?:medium|campaign|\w+)|ito|cmp(?:id)?|smid|smtyp|ocid|partner|xtor|ref(?:_src|errer)?|guccounter|guce_\w+|_ga|CMP)$/i;

/** A web address in its usual form, resolved against `base`; null where it is no http(s) address. */
export function webAddress(text: string | null | undefined, base?: string | null): string | null {
  if (!text?.trim()) return null;
  let url: URL;
  try {
    url = new URL(text.trim(), base ?? undefined);
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name));
  if (kept.length !== url.searchParams.size) url.search = new URLSearchParams(kept).toString();
  return url.href;
}

/** The host without the parts that say only which edition it is: `www.example.org` → `example.org`. */
const site = (url: string): string =>
  new URL(url).hostname.replace(/^(?:www|m|amp|mobile|edition)\./, '');

/**
 * Whether two addresses belong to one site. A page may say that its text belongs at another address
 * of its own site, not that it is the article of somebody else.
 */
export function sameSite(one: string, other: string): boolean {
  const [a, b] = [site(one), site(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
