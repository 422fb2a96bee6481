import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../config/config.js';
import { Logger } from '../telemetry/logger.js';

const manifest = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().max(20_000));

/** A page that was open during an update still asks as its own release does. */
const RELEASES_KEPT = 2;

/**
 * The documents that our own portal sends, by the SHA-256 of their text. Its build lists them in `documents.json`; the list
 * of the release before stays known, from a copy beside the data.
 */
@Injectable()
export class TrustedDocuments {
  private readonly texts = new Map<string, string>();
  private readonly known = new Set<string>();

  constructor(config: Config, log: Logger) {
    const current = join(config.portalDir, 'documents.json');
    if (!existsSync(current)) return;
    this.take(readFileSync(current, 'utf8'));
    try {
      for (const text of releases(join(config.dataDir, 'documents'), readFileSync(current, 'utf8'))) this.take(text);
    } catch (error) {
      log.warn({ error: String(error) }, 'the documents of the release before could not be read');
    }
  }

  /** The text behind an id, or undefined when no release of the portal has it. */
  textOf(id: string): string | undefined {
    return this.texts.get(id);
  }

  /** Whether the portal itself asks exactly this. */
  has(text: string): boolean {
    return this.known.has(text);
  }

  get size(): number {
    return this.texts.size;
  }

  private take(json: string): void {
    for (const [id, text] of Object.entries(manifest.parse(JSON.parse(json)))) {
      // A list that somebody changed on the disk vouches for nothing.
      if (createHash('sha256').update(text).digest('hex') !== id) continue;
      if (this.texts.has(id)) continue;
      this.texts.set(id, text);
      this.known.add(text);
    }
  }
}

/** Keeps this release's list and lets go of all but the newest before it; gives those. */
function releases(folder: string, current: string): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = `${createHash('sha256').update(current).digest('hex').slice(0, 16)}.json`;
  if (!existsSync(join(folder, own))) writeFileSync(join(folder, own), current, { mode: 0o600 });
  const others = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== own)
    .map((name) => ({ name, changed: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.changed - a.changed);
  for (const { name } of others.slice(RELEASES_KEPT - 1)) rmSync(join(folder, name), { force: true });
  return others.slice(0, RELEASES_KEPT - 1).map(({ name }) => readFileSync(join(folder, name), 'utf8'));
}
