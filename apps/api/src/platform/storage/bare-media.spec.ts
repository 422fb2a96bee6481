import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mediaPatches } from './bare-media.js';
import { covered } from './covered-bytes.js';

/** A second of an invented picture and a tone, with "Canary" wherever the writer of the file could be made to put it. */
const recording = (name: string) => readFileSync(join(import.meta.dirname, '../../../test/support/media', name));
const KINDS = { 'canary.mp4': 'video/mp4', 'canary.webm': 'video/webm', 'canary.mp3': 'audio/mpeg' } as const;

const patchesOf = (mediaType: string, file: Buffer) =>
  mediaPatches(mediaType, async (start, length) => file.subarray(start, start + length), file.length);

async function bare(mediaType: string, file: Buffer): Promise<Buffer | null> {
  const patches = await patchesOf(mediaType, file);
  return patches && covered(file, 0, patches);
}

const box = (kind: string, ...content: Buffer[]) => {
  const inside = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, inside]);
};

describe('a recording without its makers', () => {
  it.each(Object.entries(KINDS))(
    '%s keeps its length and its sound and picture, and no name',
    async (name, mediaType) => {
      const file = recording(name);
      expect(file.includes('Canary')).toBe(true);
      const shown = await bare(mediaType, file);
      expect(shown?.includes('anary')).toBe(false);
      expect(shown).toHaveLength(file.length);
      // What is heard and seen is most of it, byte for byte.
      const same = file.filter((byte, index) => byte === shown?.[index]).length;
      expect(same / file.length).toBeGreaterThan(0.7);
    },
  );

  it('is the same in ranges, wherever they begin', async () => {
    const file = recording('canary.mp4');
    const patches = (await patchesOf('video/mp4', file)) ?? [];
    const whole = covered(file, 0, patches);
    const pieces = [];
    for (let at = 0; at < file.length; at += 97) pieces.push(covered(file.subarray(at, at + 97), at, patches));
    expect(Buffer.concat(pieces).equals(whole)).toBe(true);
  });

  it('is none where a file ends in the middle, or carries words and places along with the picture', async () => {
    expect(await bare('video/mp4', recording('canary.mp4').subarray(0, -300))).toBeNull();
    expect(await bare('video/webm', recording('canary.webm').subarray(0, -1))).toBeNull();
    const track = (kind: string) =>
      box('moov', box('trak', box('mdia', box('hdlr', Buffer.alloc(8), Buffer.from(kind), Buffer.alloc(13)))));
    expect(await patchesOf('video/mp4', track('soun'))).toHaveLength(1);
    expect(await patchesOf('video/mp4', track('meta'))).toBeNull();
    expect(await patchesOf('video/mp4', track('text'))).toBeNull();
  });

  it('loses the tags that stand after a sound, one behind the other', async () => {
    const sound = recording('canary.mp3').subarray(0, -128);
    const ape = Buffer.alloc(32);
    ape.write('APETAGEX');
    ape.writeUInt32LE(2_000, 8);
    ape.writeUInt32LE(32 + 12, 12);
    const lyrics = Buffer.from('LYRICSBEGININD00003CanCanary000022LYRICS200');
    lyrics.write(String(lyrics.length - 15).padStart(6, '0'), lyrics.length - 15);
    const old = Buffer.concat([Buffer.from('TAGCanary'), Buffer.alloc(119)]);
    const tagged = Buffer.concat([sound, Buffer.from('Canary Album'), ape, lyrics, old]);
    expect((await bare('audio/mpeg', tagged))?.includes('anary')).toBe(false);
    // A tag that something unknown follows is not found by its place.
    expect(await bare('audio/mpeg', Buffer.concat([sound, ape, Buffer.from('?')]))).toBeNull();
  });
});
