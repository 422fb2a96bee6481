import { setFlagsFromString } from 'node:v8';

/** A starter that dies, however it dies, takes its processes along: the channel to it closes. */
export function endWithParent(): void {
  if (process.send) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

/** By so much of what is in use may the heap grow before it is cleared. */
const PERCENT = 50;

/**
 * Left alone, V8 lets the heap grow to four times what is in use before it clears it: a framework of a hundred thousand rows
 * that streams through left hundreds of megabytes lying about. Clearing more often costs a few hundredths of a second.
 */
export function keepHeapLean(): void {
  setFlagsFromString(`--heap-growing-percent=${PERCENT}`);
}
