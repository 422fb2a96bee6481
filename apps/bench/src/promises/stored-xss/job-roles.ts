import type { Client } from '../../product/client.js';
import type { Pen } from './pen.js';

const ROLE = '... on JobRole { id revision levels { id name } }';
interface Role {
  id: string;
  revision: number;
  levels: { id: string; name: string }[];
}

export interface JobRoles {
  levelId: string;
  roleId: string;
}

/** A family with two job roles, their ladders, what they ask and a step between them, in a draft. */
export async function writeJobRoles(
  pen: Pen,
  client: Client,
  frameworkId: string,
  skills: string[],
): Promise<JobRoles> {
  const name = (kind: string) => pen.text(kind, 200);
  const family = await pen.write(
    client,
    'addJobFamily',
    { frameworkId, name: name('family') },
    '... on JobFamily { id }',
  );
  await pen.write(client, 'changeJobFamily', { id: family.id, input: { name: name('family renamed') } });
  const levels = [pen.text('first rung', 200, '1'), pen.text('second rung', 200, '2')];
  let role = await pen.write<Role>(client, 'addJobRole', { familyId: family.id, name: name('role'), levels }, ROLE);
  const save = async (mutation: string, variables: object) => {
    role = await pen.write<Role>(client, mutation, { ...variables, expectedRevision: role.revision }, ROLE);
  };
  await save('addJobRoleLevel', { roleId: role.id, name: pen.text('third rung', 200, '3') });
  const words = (kind: string) => ({
    description: pen.text(`${kind} description`, 5_000),
    responsibilities: [pen.text(`${kind} answers for`, 1_000), pen.text(`${kind} answers for`, 1_000)],
  });
  await save('changeJobRole', { id: role.id, input: { name: name('role renamed'), ...words('role') } });
  for (const [at, { id }] of role.levels.entries())
    await save('changeJobRoleLevel', {
      id,
      input: { name: pen.text('rung renamed', 200, String(at)), ...words('rung') },
    });
  const asked = { levelOrdinal: 1, importance: 2, mustHave: true };
  const levelId = role.levels[0]?.id ?? '';
  await save('saveRequirements', { roleId: role.id, cells: skills.map((skillId) => ({ levelId, skillId, asked })) });
  const copy = await pen.write<Role>(client, 'copyJobRole', { id: role.id, name: name('copied role') }, ROLE);
  const step = await pen.write(
    client,
    'addRoleStep',
    {
      input: {
        fromLevelId: levelId,
        toLevelId: copy.levels[1]?.id,
        kind: 'LATERAL',
        note: pen.text('step note', 500),
      },
    },
    '... on RoleStep { id }',
  );
  await pen.write(client, 'changeRoleStep', { id: step.id, note: pen.text('step note changed', 500) });
  return { levelId, roleId: role.id };
}
