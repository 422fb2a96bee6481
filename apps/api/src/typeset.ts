import { typesetAndTell } from './platform/typesetting/typeset.js';

// A process of its own for each page: setting one takes a moment in which the API could answer nobody.
await typesetAndTell();
