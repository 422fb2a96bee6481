import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The last address of this kind, with a key after `#` or a path that ends in one, that a letter to somebody names; without a
 * mail server letters are files. */
export async function linkIn(dataDir: string, to: string, path: string): Promise<string> {
  const folder = join(dataDir, 'mail');
  const link = new RegExp(`https?://[^/\\s"]+(${path}${path.endsWith('/') ? '' : '#'}[\\w-]+)`);
  for (let tries = 0; tries < 150; tries += 1) {
    const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
    for (const name of files.reverse()) {
      const letter = (await readFile(join(folder, name), 'utf8')).replaceAll('=\r\n', '').replaceAll('=3D', '=');
      const found = letter.toLowerCase().includes(to.toLowerCase()) ? link.exec(letter)?.[1] : undefined;
      if (found) return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No letter to ${to} names ${path}.`);
}
