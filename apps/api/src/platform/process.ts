/** A starter that dies, however it dies, takes its processes along: the channel to it closes. */
export function endWithParent(): void {
  if (process.send) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
