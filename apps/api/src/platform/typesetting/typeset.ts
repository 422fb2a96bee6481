import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { typesetJob } from './typeset-job.js';
import { unpackedFont } from './woff.js';

/** A folder that is not there: the document reads what it was given and nothing of this machine. */
const NOWHERE = '/nowhere';

/** Reads a job from standard input and writes the document to standard output; what went wrong to standard error. */
export async function typesetAndTell(): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  try {
    const document = typeset(Buffer.concat(parts).toString('utf8'));
    await new Promise<void>((done) => process.stdout.write(document, () => done()));
  } catch (error) {
    process.stderr.write(error instanceof Error ? error.message : JSON.stringify(error));
    process.exitCode = 1;
  }
}

function typeset(given: string): Buffer {
  const { program, files, fonts, output, madeAt } = typesetJob.parse(JSON.parse(given));
  const compiler = NodeCompiler.create({
    workspace: NOWHERE,
    fontArgs: [{ fontBlobs: fonts.map((file) => unpackedFont(readFileSync(file))) }],
  });
  for (const [name, content] of Object.entries(files))
    compiler.mapShadow(`${NOWHERE}/${name}`, Buffer.from(content, 'base64'));
  const { result, hasError, ...failed } = compiled(compiler, program);
  if (hasError || !result)
    throw new Error(`The document could not be set: ${JSON.stringify(failed.why).slice(0, 2_000)}`);
  if (output === 'svg') return Buffer.from(compiler.plainSvg(result));
  // Archival PDF/A-3 with tags: for decades, for screen readers, and with the credential inside.
  return compiler.pdf(result, { pdfStandard: 'a-3a', creationTimestamp: madeAt });
}

function compiled(compiler: NodeCompiler, mainFileContent: string) {
  const done = compiler.compile({ mainFileContent });
  const error = done.takeError();
  return { result: done.result, hasError: done.hasError(), why: error ? compiler.fetchDiagnostics(error) : [] };
}
