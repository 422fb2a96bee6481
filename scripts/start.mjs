// `npm start`: from a fresh clone to a running Assay, with nothing but Node.
//
// This file must be readable by any Node, so that an old one gets a sentence instead of a syntax error:
// everything else is loaded after the check.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Assay needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org/ for a current one.`,
  );
  process.exit(1);
}

const { giveUp } = await import('./workspace.mjs');
const { run } = await import('./run.mjs');
await run(process.env).catch(giveUp);
