import { run } from './run.js';

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

// The exit code is set and not forced, so that a pipe gets the whole report first.
process.exitCode = await run(
  process.argv.slice(2),
  { readStandardInput, out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) },
  new Date(),
);
