/** One badge of a bundle, with what became of it as files. */
export interface BundledBadge {
  folder: string;
  name: string;
  earnedOn: string;
  until: string | null;
  status: 'ACTIVE' | 'SUSPENDED' | 'REVOKED';
  list: number | null;
  files: string[];
  evidence: { name: string; title: string }[];
}

export interface Bundle {
  holder: string;
  organisation: string;
  did: string;
  madeOn: string;
  badges: readonly BundledBadge[];
}

/** A name that every system of files takes. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
}

/** Where a badge stands in the bundle; told apart by its number, named after what it is for. */
export function folderOf(
  document: string,
  nth: number,
  { validFrom, validUntil, status }: { validFrom: Date; validUntil: Date | null; status: BundledBadge['status'] },
): BundledBadge {
  const { name } = JSON.parse(document) as { name?: string };
  return {
    folder: `badges/${String(nth).padStart(2, '0')}-${plainName(name ?? '') || 'badge'}`,
    name: name ?? '',
    earnedOn: validFrom.toISOString().slice(0, 10),
    until: validUntil?.toISOString().slice(0, 10) ?? null,
    ...{ status, list: statusListOf(document), files: [], evidence: [] },
  };
}

/** The number of the status list that a credential names; null where it names none of ours. */
export function statusListOf(document: string): number | null {
  const { credentialStatus } = JSON.parse(document) as {
    credentialStatus?: { statusListCredential?: string } | { statusListCredential?: string }[];
  };
  const named = [credentialStatus].flat()[0]?.statusListCredential;
  const number = /\/status\/(\d{1,6})$/.exec(named ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

/** How the badges are kept, shown and checked without whoever issued them. */
export function readMe({ holder, organisation, did, madeOn, badges }: Bundle): string {
  const first = badges[0];
  const path = first ? `${first.folder}/credential.json` : 'badges/01-name/credential.json';
  const list = first?.list ?? 1;
  return `Badges of ${holder}
Issued by ${organisation}, put together on ${madeOn}

Open index.html to see them. It needs no network.

What is in each folder
  credential.json   the signed statement (Open Badges 3.0, W3C Verifiable Credential, Data Integrity proof)
  credential.jwt    the same statement as a signed token (VC-JWT, ES256), where it was made
  credential.png    the picture with the statement inside; most badge wallets take this file
  credential.svg    the same as a drawing
  certificate.pdf   a page to print, with the statement attached
  evidence          what the badge rests on, where your organisation lets it go along

Checking without ${organisation}
  Any verifier of Open Badges 3.0 can check these files. The issuer is ${did}.
  Its public keys, with every key it ever signed with, are in issuer/did.json as they were on ${madeOn}.
  What was withdrawn by then stands in issuer/status-*.json; newer lists are at the address inside each statement.

  With the open-source command of Assay, also when the installation is switched off:

    assay-verify ${path} --issuer issuer/did.json --status issuer/status-${list}.json --offline

  --offline asks nobody. Left out, the keys and the newest list are asked of the issuer.

What proves that these keys are the issuer's is its domain. The copy here proves only what was published on ${madeOn}:
keep the whole folder together, and unchanged. A changed letter in a statement makes its signature wrong.
`;
}

/** The bundle as a page: one file, no script, nothing fetched. */
export function indexPage({ holder, organisation, madeOn, badges }: Bundle): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark"><title>Badges of ${escaped(holder)}</title>
<style>
body{font:16px/1.55 Georgia,serif;max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem;color:CanvasText;background:Canvas}
h1{font-weight:400;font-size:2rem;margin:0}header p{margin:.25rem 0 2rem;opacity:.75}
article{display:grid;grid-template-columns:8rem 1fr;gap:1.5rem;padding:1.5rem 0;border-top:1px solid color-mix(in srgb,CanvasText 22%,transparent)}
img{width:100%;height:auto}h2{font-weight:400;font-size:1.3rem;margin:0}p,ul{margin:.35rem 0}ul{padding:0;list-style:none;font:14px/1.9 system-ui,sans-serif}
li{display:inline-block;margin-right:1rem}a{color:inherit}.ended{font:14px system-ui,sans-serif}
@media(max-width:30rem){article{grid-template-columns:5rem 1fr;gap:1rem}}
</style></head>
<body><header><h1>Badges of ${escaped(holder)}</h1><p>Issued by ${escaped(organisation)}. Put together on ${madeOn}. How to check them without us: <a href="README.txt">README.txt</a></p></header>
<main>${badges.length > 0 ? badges.map(entry).join('\n') : '<p>No badge was issued yet.</p>'}</main>
</body></html>
`;
}

function entry({ folder, name, earnedOn, until, status, files, evidence }: BundledBadge): string {
  const picture = ['credential.svg', 'credential.png'].find((file) => files.includes(file));
  const links = [
    ...files.map((file) => link(`${folder}/${file}`, file)),
    ...evidence.map((piece) => link(`${folder}/${piece.name}`, `Evidence: ${piece.title}`)),
  ];
  const ended = { ACTIVE: '', SUSPENDED: 'Suspended when this was put together.', REVOKED: 'Withdrawn.' }[status];
  return `<article><div>${picture ? `<img src="${folder}/${picture}" alt="">` : ''}</div><div>
<h2>${escaped(name)}</h2><p>Earned on ${earnedOn}${until ? `, valid until ${until}` : ''}</p>
${ended ? `<p class="ended">${ended}</p>` : ''}<ul>${links.map((each) => `<li>${each}</li>`).join('')}</ul></div></article>`;
}

const link = (path: string, label: string): string => `<a href="${escaped(path)}">${escaped(label)}</a>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
