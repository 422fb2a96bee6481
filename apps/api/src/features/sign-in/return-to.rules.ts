const MOST_CHARACTERS = 2_000;

/** An address of our own pages to go on to after sign-in; anything that could lead elsewhere becomes the first page. */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > MOST_CHARACTERS) return '/';
  // Browsers read a backslash as a slash and drop tabs and line ends, so `/\evil` and `/<tab>/evil` lead away.
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/';
  const here = 'https://here.invalid';
  if (!URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, here);
  if (origin !== here || pathname.startsWith('//')) return '/';
  // Nobody wants to arrive at a door they just came through.
  return /^\/(auth|sign-in)(\/|$)/.test(pathname) ? '/' : `${pathname}${search}${hash}`;
}
