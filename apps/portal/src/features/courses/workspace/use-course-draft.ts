import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import { COURSE_TO_KEEP, type CourseInput, type KeptCourse, SAVE_COURSE } from './course.documents.js';
import { type CourseDraft, type CourseField, draftOf, inputOf } from './course-draft.js';

interface Step {
  field: CourseField;
  before: CourseDraft[CourseField];
}

const MOST_STEPS = 100;

/** A course as it is being written, saved field by field a moment after each change; each step can be taken back. */
export function useCourseDraft(course: KeptCourse) {
  const client = useApolloClient();
  const [draft, setDraft] = useState(() => draftOf(course));
  const latest = useRef(draft);
  const revision = useRef(course.revision);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [problems, setProblems] = useState<Partial<Record<CourseField, string>>>({});
  const [theirs, setTheirs] = useState<KeptCourse | null>(null);
  const unsaved = useRef(new Set<CourseField>());
  const [save] = useResultMutation(SAVE_COURSE);

  const say = (field: CourseField, message: string | null) =>
    setProblems(({ [field]: _before, ...others }) => (message ? { ...others, [field]: message } : others));

  const send = async (key: string, input: CourseInput): Promise<SaveAnswer> => {
    const field = key as CourseField;
    const { ok, refusal } = await save({ id: course.id, expectedRevision: revision.current, input });
    if (ok) {
      revision.current = ok.revision;
      unsaved.current.delete(field);
      say(field, null);
      return 'saved';
    }
    if (!refusal) return 'unreachable';
    if (refusal.__typename === 'ChangedMeanwhile') {
      const { data } = await client.query({
        query: COURSE_TO_KEEP,
        variables: { id: course.id },
        fetchPolicy: 'network-only',
      });
      setTheirs(data?.course ?? null);
      return 'stopped';
    }
    say(
      field,
      refusal.__typename === 'InvalidInput'
        ? refusal.problems.map(({ message }) => message).join(' ')
        : refusal.message,
    );
    return 'refused';
  };
  const { queue, state } = useAutosave<CourseInput>(send, course.savedAt);

  const write = <Field extends CourseField>(field: Field, value: CourseDraft[Field]) => {
    latest.current = { ...latest.current, [field]: value };
    setDraft(latest.current);
    unsaved.current.add(field);
    const input = inputOf(latest.current, field);
    if (input) queue.put(field, input);
    else queue.drop(field);
  };

  return {
    draft,
    problems,
    saving: state,
    /** True while what is typed in a field cannot be saved as it is. */
    unfinished: (field: CourseField) => inputOf(draft, field) === null,
    change<Field extends CourseField>(field: Field, value: CourseDraft[Field]) {
      const before = latest.current[field];
      // Letters of one field are one step.
      setSteps((now) =>
        now.at(-1)?.field === field && typeof value === 'string' ? now : [...now, { field, before }].slice(-MOST_STEPS),
      );
      write(field, value);
    },
    undo:
      steps.length === 0
        ? null
        : () => {
            const last = steps.at(-1);
            if (!last) return;
            setSteps(steps.slice(0, -1));
            write(last.field, last.before);
          },
    /** Somebody saved in between; null while nobody did. */
    conflict: theirs && {
      keepMine() {
        const mine = [...unsaved.current];
        revision.current = theirs.revision;
        const kept = Object.fromEntries(mine.map((field) => [field, latest.current[field]]));
        latest.current = { ...draftOf(theirs), ...kept };
        setDraft(latest.current);
        setTheirs(null);
        queue.resume();
      },
      takeTheirs() {
        for (const field of unsaved.current) queue.drop(field);
        unsaved.current.clear();
        revision.current = theirs.revision;
        latest.current = draftOf(theirs);
        setDraft(latest.current);
        setSteps([]);
        setTheirs(null);
        queue.resume();
      },
    },
  };
}

export type CourseDraftState = ReturnType<typeof useCourseDraft>;
