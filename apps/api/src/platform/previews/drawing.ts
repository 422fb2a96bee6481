import { z } from 'zod';

/** Why there is no picture of a file. The portal has a sentence for each. */
export const NO_PICTURE = ['DAMAGED', 'PROTECTED', 'TOO_LARGE', 'TOO_HEAVY', 'NOT_DRAWN'] as const;
export type NoPicture = (typeof NO_PICTURE)[number];

/** So many pages are drawn in one go; more when somebody asks for them. */
export const PAGES_AT_ONCE = 50;
/** Nobody judges by more. */
export const MOST_PAGES = 1_000;

/** What the drawing program answers on its standard output; its pictures lie in the folder it was given. */
export const drawing = z.object({
  pages: z
    .array(z.object({ width: z.number().int().positive(), height: z.number().int().positive() }))
    .max(PAGES_AT_ONCE),
  pageCount: z.number().int().min(0),
  activeContent: z.boolean(),
  reason: z.enum(NO_PICTURE).nullable(),
});
export type Drawing = z.infer<typeof drawing>;

/** Media types that are drawn; everything else is shown as text, played, or only handed out. */
export const DRAWN = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]);

export const pictureName = (page: number) => `${page}.webp`;

/** A copy of an office document that names nobody, left by the drawing program. */
export const BARE = 'bare';
