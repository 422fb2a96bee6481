import { bareMp3 } from './bare-mp3.js';
import { bareMp4 } from './bare-mp4.js';
import { bareWebm } from './bare-webm.js';
import type { Patch, ReadAt } from './covered-bytes.js';

const KINDS: Record<string, (read: ReadAt, bytes: number) => Promise<Patch[] | null>> = {
  'video/mp4': bareMp4,
  'video/webm': bareWebm,
  'audio/mpeg': bareMp3,
};

export const isPlayed = (mediaType: string): boolean => mediaType in KINDS;

/** What has to be covered in a video or a sound so that it does not say who made it, where and with what; null where that cannot be told. */
export async function mediaPatches(mediaType: string, read: ReadAt, bytes: number): Promise<Patch[] | null> {
  try {
    return (await KINDS[mediaType]?.(read, bytes)) ?? null;
  } catch (error) {
    // It ends in the middle of something: whatever comes after was not looked at.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
