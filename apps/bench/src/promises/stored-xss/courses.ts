import type { Client } from '../../product/client.js';
import { type Cast, day } from './cast.js';
import type { Pen } from './pen.js';

const SAVED = '... on Course { id revision }';
const PROVIDER = '... on CourseProvider { id revision }';
const ADDRESS = 'https://example.org/"><svg/onload=alert(1)>';
const PART = '"><svg/onload=alert(1)>';

export interface Courses {
  courseId: string;
  /** Under which its provider issues badges. */
  issuer: string;
  importId: string;
  /** Courses that the file added. */
  imported: number;
}

/** A course of a provider, who finished it and what they say of it, and a file of courses. */
export async function writeCourses(pen: Pen, cast: Cast, by: Client, personId: string): Promise<Courses> {
  const { client } = cast.designer;
  const { providerId, issuer } = await writeProvider(pen, client);
  const courseId = await writeCourse(pen, client, providerId);
  const everybody = [
    { id: personId, client: by },
    cast.administrator,
    cast.assessor,
    cast.auditor,
    cast.manager,
    cast.designer,
  ];
  for (const finisher of everybody) {
    const input = { courseId, personId: finisher.id, completedOn: day(-3), grade: pen.text('grade', 100) };
    const { id } = await pen.write(client, 'recordCompletion', { input }, '... on Completion { id }');
    await pen.write(finisher.client, 'giveCourseFeedback', {
      courseId,
      input: { content: 4, teaching: 4, usefulness: 4, comment: pen.text('course comment', 2_000) },
    });
    // From five answers on the comments are shown, so one of six may go.
    if (finisher === cast.designer)
      await pen.write(client, 'withdrawCompletion', { id, reason: pen.text('taken back', 1_000) });
  }
  // One claim waits for whoever keeps the courses, another was refused and stands with its owner.
  await claim(pen, cast.assessor.client, courseId);
  const { id } = await claim(pen, by, courseId);
  await pen.write(client, 'refuseCompletionClaim', { id, reason: pen.text('claim refused', 1_000) });
  return { courseId, issuer, ...(await importCourses(pen, client)) };
}

async function claim(pen: Pen, client: Client, courseId: string): Promise<{ id: string }> {
  const { id: evidenceItemId } = await pen.write<{ id: string }>(
    client,
    'addTextEvidence',
    { input: { title: pen.text('proof title', 300), text: pen.text('proof', 90_000) } },
    '... on EvidenceItem { id }',
  );
  const input = { courseId, completedOn: day(-4), evidenceItemId, grade: pen.text('claimed grade', 100) };
  return pen.write<{ id: string }>(
    client,
    'claimCompletion',
    { input: { ...input, note: pen.text('claim note', 2_000) } },
    '... on CompletionClaim { id }',
  );
}

async function writeProvider(pen: Pen, client: Client): Promise<{ providerId: string; issuer: string }> {
  const mark = Date.now().toString(36);
  const issuer = pen.shaped(`did:example:${mark}${PART}`, PART);
  const about = (which: string) => ({
    kind: 'TRAINING_COMPANY',
    trust: 'TRUSTED',
    name: pen.text(`course provider ${which}`, 300, mark),
    website: pen.shaped(ADDRESS, PART),
    qualityAssurance: pen.text(`course provider assures ${which}`, 5_000),
    trustReason: pen.text(`course provider trust ${which}`, 5_000),
    agreement: pen.text(`course provider agreement ${which}`, 5_000),
    issuerIds: [issuer, pen.shaped(ADDRESS, PART)],
  });
  const { id, revision } = await pen.write<{ id: string; revision: number }>(
    client,
    'addCourseProvider',
    { input: about('first') },
    PROVIDER,
  );
  await pen.write(client, 'saveCourseProvider', { id, expectedRevision: revision, input: about('then') });
  return { providerId: id, issuer };
}

async function writeCourse(pen: Pen, client: Client, providerId: string): Promise<string> {
  const mark = Date.now().toString(36);
  const begun = await pen.write<{ id: string; revision: number }>(
    client,
    'addCourse',
    { input: { code: pen.text('course code', 100, mark), title: pen.text('course title', 300), providerId } },
    SAVED,
  );
  await pen.write(client, 'saveCourse', {
    id: begun.id,
    expectedRevision: begun.revision,
    input: {
      code: pen.text('course code changed', 100, mark),
      title: pen.text('course title changed', 300),
      url: pen.shaped(ADDRESS, PART),
      description: pen.text('course description', 5_000),
      area: pen.text('course area', 200),
      topics: [pen.text('topic', 200), pen.text('topic', 200)],
      duration: pen.text('course duration', 200),
      support: pen.text('course support', 2_000),
      prerequisites: pen.text('course prerequisites', 2_000),
    },
  });
  return begun.id;
}

/** Every cell but the codes is a payload, and so is what the list says of itself. */
async function importCourses(pen: Pen, client: Client): Promise<{ importId: string; imported: number }> {
  const mark = Date.now().toString(36);
  const header = pen.text('course header', 100);
  const rows = [0, 1].map((row) => [
    pen.text('imported code', 100, `${mark}${row}`),
    pen.text('imported course', 300),
    pen.text('imported provider', 300, mark),
    pen.text('imported description', 2_000),
    pen.text('imported area', 200),
    pen.text('imported prerequisites', 1_000),
  ]);
  const cell = (words: string) => `"${words.replaceAll('"', '""')}"`;
  const names = ['code', 'title', 'provider', header, 'area', 'prerequisites'];
  const csv = [names, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  const fileId = await client.upload(`"><svg onload=alert(1)>${mark}.csv`, Buffer.from(`${csv}\r\n`), 'import');
  const fields = ['CODE', 'TITLE', 'PROVIDER', 'DESCRIPTION', 'AREA', 'PREREQUISITES'];
  const { id, counts } = await pen.write<{ id: string; counts: { create: number } }>(
    client,
    'previewCourseImport',
    {
      input: {
        kind: 'COURSES',
        fileId,
        mapping: names.map((name, at) => ({ header: name, field: fields[at] })),
        catalogue: {
          name: pen.text('catalogue name', 500),
          licence: pen.text('catalogue licence', 500),
          attribution: pen.text('catalogue attribution', 500),
          sourceUrl: pen.shaped(ADDRESS, PART),
        },
      },
    },
    '... on CourseImport { id counts { create } }',
  );
  await pen.write(client, 'applyCourseImport', { id });
  return { importId: id, imported: counts.create };
}
