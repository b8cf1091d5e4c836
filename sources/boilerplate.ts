// Lines that stand around an article and are no part of it: bylines, captions, "Read more: …",
// cookie and newsletter lines. A line goes only as a whole, and only where all of it is such a
// line: "Read more" opens no sentence of an article, "By Monday the army had left" does.

/** Longer lines are prose, whatever they begin with. */
const longest = 300;

const words = String.raw`\p{Lu}[\p{L}’'.-]*`;
const names = `(?:${words} )*${words}(?:,? (?:and|&) (?:${words} )*${words}|, (?:${words} )*${words})*`;

const patterns: readonly RegExp[] = [
  // Bylines, with a place, a paper or a post behind the name.
  new RegExp(
    `^(?:(?:[Ww]ritten|[Rr]eported) )?[Bb][Yy]:? ${names}(?: (?:in|at|for|of) ${names})?(?: ?[|•·–—] ?[^.]{0,60}|, ?[^.]{0,40}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Nn]ews|[Pp]ress)[^.]{0,40})?$`,
    'u',
  ),
  /^(?:reporting|additional reporting|writing|editing) by [\p{L} ,.;’'&-]{3,200}$/iu,
  /^(?:our|by our) (?:foreign|diplomatic|political|staff|own) (?:correspondent|desk|reporters?|staff)s?$/i,
  /^(?:published|updated|last updated|last modified|posted|first published)(?: on| at)?:?,? [^.]{0,50}\d[^.]{0,30}$/i,
  /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?$/,
  /^\d{1,2} min(?:ute)?s? (?:read|ago)$/i,
  // Captions and credits.
  /^(?:photo|photograph|picture|image|illustration|graphic|video|credit|caption|file photo)s?(?: (?:by|credit|caption|source))?:.*$/i,
  /^.{0,280}[([](?:AP |Reuters |AFP |file )?(?:photo|picture|image)s?(?:\/| by | credit)[^)\]]{0,80}[)\]]\.?$/i,
  /^.{0,200}(?:\/|\| ?)(?:Getty(?: Images)?|AFP|Reuters|AP|EPA|Shutterstock|Anadolu)\.?$/,
  /^(?:©|\(c\)|copyright (?:©|\(c\)|\d{4})).*$/i,
  /^(?:all rights reserved|this material may not be (?:published|reproduced)).*$/i,
  // Links to other articles.
  /^(?:»|›|>|→)? ?(?:read|see|watch|listen|learn|find out) (?:more|also|next|it here)(?:\s*[:»›>→|–—-].*|(?: here| about .{1,80})?[.…]*)$/i,
  /^(?:continue|keep) reading(?:[ :…].{0,100})?$/i,
  /^(?:related|recommended|more)(?: (?:articles?|stories|story|coverage|content|topics?|on this(?: story)?|from .{1,40}))(?:\s*:.*)?$/i,
  /^(?:related|also read|also in the news|most read|most popular|trending|editor[’']?s[’']? picks?|you (?:may|might) also (?:like|be interested in)|more to read|dig deeper|go deeper|what to read next)(?:\s*:.*)?$/i,
  // Advertising, newsletters, subscriptions, sharing.
  /^(?:advertisement|advert|ad|sponsored(?: content)?|promoted|story continues (?:below|after).*|article continues (?:below|after).*|scroll (?:down )?to (?:continue|read).*|skip (?:past|advertisement|to .*)(?: newsletter promotion)?)$/i,
  /^(?:please )?(?:sign up|subscribe|register|log ?in|sign in)\b.{0,30}\b(?:newsletter|newsletters|briefing|inbox|account|subscriber|channel|reading|podcast|alerts?|here|now|today|free)\b.{0,100}$/i,
  /^(?:already a (?:subscriber|member)|to (?:continue|keep) reading|this (?:article|story|content) is (?:for|available to|only for) (?:subscribers|members)|get (?:unlimited|full) access|you have reached your limit).{0,200}$/i,
  /^(?:follow|like|join|find) us on .{1,80}$/i,
  /^(?:share|save|print|email|comments?|copy link|share this(?: article| story)?|share on .{1,30}|leave a comment|view comments|\d+ comments?|back to top|click here.*|download (?:the|our) app.*)$/i,
  // Cookies and consent.
  /^.{0,200}\b(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,60}\buses? cookies\b.{0,200}$/i,
  /^[^.]{0,25}\b(?:cookie (?:policy|settings|preferences|notice|consent)|privacy (?:policy|settings|notice)|terms of (?:use|service))$/i,
  /^(?:by (?:signing|continuing|using|clicking|subscribing)|see|read|view|for more(?: information)?,?|you can).{0,120}\b(?:cookies?|privacy (?:policy|notice)|terms of (?:use|service))\b.{0,80}$/i,
  /^(?:accept|reject|manage|allow)(?: all| our)?(?: cookies| preferences| settings)?(?: and (?:continue|close))?$/i,
  // Signs alone.
  /^[\s*_=~•·.|—–-]+$/u,
];

/** Whether all of a line is boilerplate. */
export function isBoilerplate(line: string): boolean {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.length > longest) return false;
  return patterns.some((pattern) => pattern.test(trimmed));
}

/** A text without its lines of boilerplate; other lines stay as they are. */
export function withoutBoilerplate(text: string): string {
  const lines = text.split('\n');
  if (!lines.some(isBoilerplate)) return text;
  return lines
    .filter((line) => !isBoilerplate(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}
