import { useEffect, useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import type { PageLevel } from './level.documents.js';
import { CHANGE_LEVEL, CHANGE_ROLE } from './role-edit.documents.js';

type Owner = 'role' | 'level';

/** What a job role and one of its levels say in words; lines that are blank stay in the form only. */
export type RoleTexts = Record<Owner, { description: string; responsibilities: readonly string[] }>;
type TextField = keyof RoleTexts[Owner];

interface Step {
  owner: Owner;
  field: TextField;
  before: string | readonly string[];
}

const MOST_STEPS = 100;

function textsOf({ description, responsibilities, role }: PageLevel): RoleTexts {
  return {
    role: { description: role.description, responsibilities: role.responsibilities },
    level: { description, responsibilities },
  };
}

/** Theirs, but for what was written here and not saved. */
function merged(theirs: RoleTexts, mine: RoleTexts, unsaved: ReadonlySet<string>): RoleTexts {
  const of = (owner: Owner) => ({
    description: (unsaved.has(`${owner}.description`) ? mine : theirs)[owner].description,
    responsibilities: (unsaved.has(`${owner}.responsibilities`) ? mine : theirs)[owner].responsibilities,
  });
  return { role: of('role'), level: of('level') };
}

/** The words of a role and a level as they are being written, each saved a moment after its change. Both are saves of the role. */
export function useRoleTexts(level: PageLevel, onTheirs: () => Promise<PageLevel | null>) {
  const [texts, setTexts] = useState(() => textsOf(level));
  const latest = useRef(texts);
  const revision = useRef(level.role.revision);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<PageLevel | null>(null);
  const unsaved = useRef(new Set<string>());
  const [changeRole] = useResultMutation(CHANGE_ROLE);
  const [changeLevel] = useResultMutation(CHANGE_LEVEL);

  const send = async (key: string, input: object): Promise<SaveAnswer> => {
    const expectedRevision = revision.current;
    const { ok, refusal } = key.startsWith('role')
      ? await changeRole({ id: level.role.id, expectedRevision, input })
      : await changeLevel({ id: level.id, expectedRevision, input });
    if (ok) {
      revision.current = ok.revision;
      unsaved.current.delete(key);
      setProblem(null);
      return 'saved';
    }
    if (!refusal) return 'unreachable';
    if (refusal.__typename === 'ChangedMeanwhile') {
      setTheirs(await onTheirs());
      return 'stopped';
    }
    setProblem(refusal.message);
    return 'refused';
  };
  const { queue, state } = useAutosave<object>(send, null);

  // What others saved while nothing is being written here is simply shown.
  useEffect(() => {
    if (queue.dirty || level.role.revision <= revision.current) return;
    revision.current = level.role.revision;
    latest.current = textsOf(level);
    setTexts(latest.current);
    setSteps([]);
  }, [level, queue]);

  const write = (owner: Owner, field: TextField, value: string | readonly string[]) => {
    latest.current = { ...latest.current, [owner]: { ...latest.current[owner], [field]: value } };
    setTexts(latest.current);
    const key = `${owner}.${field}`;
    unsaved.current.add(key);
    queue.put(key, { [field]: value });
  };

  return {
    texts,
    problem,
    saving: state,
    change(owner: Owner, field: TextField, value: string | readonly string[]) {
      const before = latest.current[owner][field];
      // Letters of one text are one step.
      const goesOn = (last: Step | undefined) =>
        last?.owner === owner && last.field === field && before.length > 0 && value.length > 0;
      setSteps((now) => (goesOn(now.at(-1)) ? now : [...now, { owner, field, before }].slice(-MOST_STEPS)));
      write(owner, field, value);
    },
    undo:
      steps.length === 0
        ? null
        : () => {
            const last = steps.at(-1);
            if (!last) return;
            setSteps(steps.slice(0, -1));
            write(last.owner, last.field, last.before);
          },
    /** Somebody saved in between; null while nobody did. */
    conflict: theirs && {
      keepMine() {
        revision.current = theirs.role.revision;
        latest.current = merged(textsOf(theirs), latest.current, unsaved.current);
        setTexts(latest.current);
        setTheirs(null);
        queue.resume();
      },
      takeTheirs() {
        for (const key of unsaved.current) queue.drop(key);
        unsaved.current.clear();
        revision.current = theirs.role.revision;
        latest.current = textsOf(theirs);
        setTexts(latest.current);
        setSteps([]);
        setTheirs(null);
        queue.resume();
      },
    },
  };
}
