import type { Client } from '../../product/client.js';
import type { Pen } from './pen.js';

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const INKS = { ground: '#14221F', gilt: '#B08D3C', line: '#14221F', text: '#FFFFFF' };
const SLOTS = {
  band: 'NONE',
  centre: 'LEVEL',
  icon: null,
  marks: ['LEVEL'],
  ring: 'PLAIN',
  shape: 'CIRCLE',
  type: 'NAMES',
};
const CURRENT = `query { brandKit { revision state fonts { role family } } }`;
const CERTIFICATE = `query { certificateTemplate { revision state } }`;
const WORDS = ['TITLE', 'LEAD', 'ACHIEVED', 'LEVEL', 'OUTCOMES', 'AWARDED', 'CHECK', 'CLOSING'];

/** A saved draft counts from its revision; a first one, and one after a version in use, from 0. */
const drafted = ({ revision, state }: { revision: number; state: string | null }) => (state === 'DRAFT' ? revision : 0);

/** A template of badges, for the draft of an achievement; and the words of the kit. */
export async function writeStudio(pen: Pen, client: Client, draftId: string): Promise<{ templateId: string }> {
  const logo = await pen.write(
    client,
    'addBrandImage',
    { name: pen.text('logo name', 200), content: PICTURE },
    '... on BrandImage { id }',
  );
  const kit = await client.query<{ revision: number; state: string | null; fonts: object[] }>(CURRENT);
  await pen.write(client, 'saveBrandKit', {
    expectedRevision: drafted(kit),
    input: {
      initials: pen.shaped('"><', '"><'),
      fonts: kit.fonts,
      ground: 'PLAIN',
      inks: INKS,
      logoId: logo.id,
    },
  });
  const template = await pen.write(
    client,
    'saveBadgeTemplate',
    { expectedRevision: 0, name: pen.text('template name', 120, Date.now().toString(36)), slots: SLOTS },
    '... on BadgeTemplate { id }',
  );
  await pen.write(client, 'saveBadgeDesign', {
    achievementVersionId: draftId,
    expectedRevision: 0,
    templateId: template.id,
    choices: { title: pen.text('badge title', 120) },
  });
  return { templateId: template.id };
}

/** From now on certificates say it so; the page that is printed is asked for where a badge is read. */
export async function writeCertificate(pen: Pen, client: Client): Promise<void> {
  const seen = await client.query<{ revision: number; state: string | null }>(CERTIFICATE);
  const saved = await pen.write<{ revision: number }>(
    client,
    'saveCertificateTemplate',
    {
      expectedRevision: drafted(seen),
      input: {
        paper: 'A4',
        landscape: false,
        language: 'en',
        showBadge: true,
        showLogo: true,
        showOutcomes: true,
        showQr: true,
        words: WORDS.map((word) => ({ word, text: pen.text('certificate word', 200) })),
        signatures: [{ name: pen.text('signature', 100), role: pen.text('signature role', 90) }],
      },
    },
    '... on CertificateTemplate { revision }',
  );
  await pen.write(client, 'putCertificateTemplateInUse', { expectedRevision: saved.revision });
}
