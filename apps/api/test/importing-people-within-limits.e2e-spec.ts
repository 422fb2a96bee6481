import { ApplyPeopleImportJob } from '../src/features/people/apply-people-import.job.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addGrant, addUnit, employIn } from './support/grants.js';
import { applyImport, csv, organisationAsItIs, previewImport, settled } from './support/people-imports.js';
import { addPeople, foundOrganisation, type People } from './support/programme.js';

describe('applying an import within the limits of today', () => {
  let api: TestApi;
  let ids: People<'root' | 'ada' | 'gus' | 'pat' | 'sam'>;
  let as: Record<'root' | 'ada', TestClient>;
  let units: Record<'works' | 'sales', string>;
  const numbers = { pat: '70', sam: '71' };

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, { root: ['ADMINISTRATOR'], ada: [], gus: ['ADMINISTRATOR'], pat: [], sam: [] });
    units = { works: await addUnit(api, 'Works'), sales: await addUnit(api, 'Sales') };
    await employIn(api, ids.pat, units.works);
    await employIn(api, ids.sam, units.sales);
    await api.sql('UPDATE employment SET is_primary = true');
    for (const name of ['pat', 'sam'] as const)
      await api.sql('UPDATE person SET person_number = $2 WHERE id = $1', [ids[name], numbers[name]]);
    as = { root: await api.as(ids.root), ada: await api.as(ids.ada) };
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.sql('DELETE FROM role_grant WHERE person_id = $1', [ids.ada]);
    await addGrant(api, ids.ada, 'ADMINISTRATOR');
  });

  const cutDown = async () => {
    await api.sql('DELETE FROM role_grant WHERE person_id = $1', [ids.ada]);
    await addGrant(api, ids.ada, 'ADMINISTRATOR', { unit: units.works });
  };
  const everybody = (title: string) => csv('Employee ID,Title', `70,${title}`, `71,${title}`);

  /** The click was done; then the job comes, and what `meanwhile` did came first. */
  async function jobAfter(importId: string, personId: string, meanwhile: () => Promise<unknown>) {
    await api.sql(`UPDATE people_import SET state = 'APPLYING' WHERE id = $1`, [importId]);
    await meanwhile();
    await api.asSystem((system) => api.app.get(ApplyPeopleImportJob).run(system, { importId, personId }));
  }

  it('shows a new preview to whoever was cut down to a unit since the preview', async () => {
    const it = await previewImport(as.ada, everybody('Welder'));
    expect(it.counts).toMatchObject({ change: 2, errors: 0 });
    await cutDown();
    const before = await organisationAsItIs(api);
    const after = await applyImport(as.ada, it.id);
    expect(after).toMatchObject({
      state: 'PREVIEWED',
      problem: expect.stringMatching(/others than those of the preview. Nothing was applied/) as string,
    });
    expect(after.counts).toMatchObject({ change: 1, errors: 1 });
    expect(after.viewerCan).not.toContain('apply');
    expect(await organisationAsItIs(api)).toBe(before);
  });

  it('applies the new preview when all of it lies within', async () => {
    const it = await previewImport(as.ada, csv('Employee ID,Title', '70,Rigger'));
    await cutDown();
    expect(await applyImport(as.ada, it.id)).toMatchObject({ state: 'PREVIEWED', counts: { change: 1, errors: 0 } });
    expect(await applyImport(as.ada, it.id)).toMatchObject({ state: 'APPLIED', problem: null });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['was cut down to a unit', cutDown],
    ['lost the role', () => api.sql('DELETE FROM role_grant WHERE person_id = $1', [ids.ada])],
    ['left', () => api.sql('UPDATE person SET active = false WHERE id = $1', [ids.ada])],
  ])('applies nothing for somebody who %s between the click and the job', async (_what, meanwhile) => {
    const it = await previewImport(as.ada, everybody('Chemist'));
    const titles = () => api.sql('SELECT job_title FROM employment ORDER BY id');
    const before = await titles();
    await jobAfter(it.id, ids.ada, meanwhile);
    expect(await settled(as.root, it.id)).toMatchObject({
      state: 'PREVIEWED',
      problem: expect.stringMatching(/may no longer change people.*Nothing was applied/) as string,
    });
    expect(await titles()).toEqual(before);
    await api.sql('UPDATE person SET active = true WHERE id = $1', [ids.ada]);
  });

  it('is recorded of whoever applied it, whoever made the preview', async () => {
    await addGrant(api, ids.sam, 'ASSESSOR');
    const it = await previewImport(as.ada, csv('Employee ID,Last day', `71,${new Date().toISOString().slice(0, 10)}`));
    expect(await applyImport(as.root, it.id)).toMatchObject({ state: 'APPLIED' });
    const [entry] = await api.sql(
      `SELECT actor_id AS actor, actor_kind AS kind, detail->>'previewedBy' AS "previewedBy" FROM audit_entry
       WHERE target = $1 AND operation = 'applyPeopleImport' AND detail ? 'previewedBy'`,
      [it.id],
    );
    expect(entry).toEqual({ actor: ids.root, kind: 'person', previewedBy: ids.ada });
    const ended = await api.sql('SELECT ended_by AS by FROM role_grant WHERE person_id = $1', [ids.sam]);
    expect(ended).toEqual([{ by: ids.root }]);
  });
});
