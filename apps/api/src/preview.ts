import { drawAndTell } from './platform/previews/draw.js';

// A process of its own for each file: it has no settings, no database and no key, and may end badly without harm.
await drawAndTell(process.argv.slice(2));
