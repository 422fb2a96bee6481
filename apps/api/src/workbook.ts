import { readWorkbookAndTell } from './platform/spreadsheets/workbook-program.js';

// A process of its own for each workbook: unpacking a large one takes seconds in which the worker could do nothing else.
await readWorkbookAndTell(process.argv.slice(2));
