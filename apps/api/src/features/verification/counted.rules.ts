/** Words by which programs that look at pages for others name themselves: search engines, and what draws previews of links. */
const PROGRAMS =
  /(?<!cu)bot(?![a-z])|crawl|spider|slurp|scrap|preview|facebookexternalhit|facebot|embedly|vkshare|whatsapp|skypeuripreview|lighthouse|pingdom|uptime|monitor/i;
/** Browsers that fetch a page before anybody wants it say so by one of these. */
const AHEAD = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const;

/** What is known of who asks, read and never kept. */
export interface AskedWith {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Whether a look counts: somebody looked, and not a program that looks for search engines, previews or a browser's guess. */
export function isCounted({ method, headers }: AskedWith): boolean {
  if (method === 'HEAD') return false;
  if (AHEAD.some((name) => /prefetch|prerender|preview/i.test(String(headers[name] ?? '')))) return false;
  return !PROGRAMS.test(String(headers['user-agent'] ?? ''));
}
