import sansMedium from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-500-normal.woff2';
import sans from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2';
import sansStrong from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2';
import { preload } from 'react-dom';

/** Asks for the faces of every page before the first text needs them; the mono is rare and waits. */
export function preloadFonts(): void {
  for (const face of [serif, sans, sansMedium, sansStrong])
    preload(face, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
}
