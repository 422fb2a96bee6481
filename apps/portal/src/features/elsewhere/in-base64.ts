/** More is no badge; the server says so, too. */
export const MOST_BYTES = 1_000_000;

/** Bytes as text that fits into JSON. */
export function inBase64(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes);
  let binary = '';
  // In portions, because a call takes only so many arguments.
  for (let at = 0; at < all.length; at += 8_192) binary += String.fromCharCode(...all.subarray(at, at + 8_192));
  return btoa(binary);
}
