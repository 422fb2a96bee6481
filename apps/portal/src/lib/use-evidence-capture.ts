import { useState } from 'react';
import type { ResultOf, VariablesOf } from './graphql.js';
import {
  ADD_ATTESTED,
  ADD_FILE,
  ADD_LINK,
  ADD_TEXT,
  ASK_WITNESS,
  type OWN_EVIDENCE,
} from './evidence-capture.documents.js';
import { type FileProblem, fileProblem, titleOf } from './evidence-files.js';
import { useResultMutation } from './result.js';
import { useUploads } from './uploads.js';

export type OwnEvidenceItem = ResultOf<typeof OWN_EVIDENCE>;

/** A file that did not become evidence: refused here before it was sent, or by the API afterwards. */
export interface RefusedFile {
  id: string;
  name: string;
  problem: FileProblem | { kind: 'api'; message: string };
}

export interface LinkOrText {
  title: string;
  note: string;
  madeOn: string | null;
  tags: string[];
  skills: readonly { id: string }[];
  url: string;
  text: string;
}

/** Capture first, attach later: files go up while one keeps working, links and texts are kept at once. */
export function useEvidenceCapture(onAdded: (item: OwnEvidenceItem) => void) {
  const [addFile] = useResultMutation(ADD_FILE);
  const [addLink] = useResultMutation(ADD_LINK);
  const [addText] = useResultMutation(ADD_TEXT);
  const [askWitness] = useResultMutation(ASK_WITNESS);
  const [addAttested] = useResultMutation(ADD_ATTESTED);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const refuse = (name: string, problem: RefusedFile['problem']) =>
    setRefused((now) => [...now, { id: `${Date.now()}-${now.length}`, name, problem }]);

  const keep = async (upload: { fileId: string; name: string }) => {
    const outcome = await addFile({ input: { uploadId: upload.fileId, title: titleOf(upload.name) } });
    if (outcome.ok) onAdded(outcome.ok);
    else refuse(upload.name, { kind: 'api', message: outcome.refusal?.message ?? outcome.failed?.message ?? '' });
  };
  const uploads = useUploads({ purpose: 'evidence', onStored: (upload) => void keep(upload) });

  return {
    uploads: uploads.uploads.filter((upload) => upload.state !== 'done'),
    pauseOrResume: uploads.pauseOrResume,
    retry: uploads.retry,
    dismiss: uploads.dismiss,
    refused,
    forget: (id: string) => setRefused((now) => now.filter((file) => file.id !== id)),
    addFiles: (files: readonly File[]) => {
      const good: File[] = [];
      for (const file of files) {
        const problem = fileProblem(file);
        if (problem) refuse(file.name, problem);
        else good.push(file);
      }
      if (good.length > 0) void uploads.add(good);
    },
    /** Null when it is kept, otherwise why it is not. */
    addLink: async ({ url, ...words }: LinkOrText): Promise<string | null> => {
      const outcome = await addLink({ input: { ...said(words), url } });
      if (outcome.ok) onAdded(outcome.ok);
      return outcome.refusal?.message ?? outcome.failed?.message ?? null;
    },
    askWitness: async (input: VariablesOf<typeof ASK_WITNESS>['input']): Promise<string | null> => {
      const outcome = await askWitness({ input });
      if (outcome.ok) onAdded(outcome.ok);
      return outcome.refusal?.message ?? outcome.failed?.message ?? null;
    },
    addAttested: async (input: VariablesOf<typeof ADD_ATTESTED>['input']): Promise<string | null> => {
      const outcome = await addAttested({ input });
      if (outcome.ok) onAdded(outcome.ok);
      return outcome.refusal?.message ?? outcome.failed?.message ?? null;
    },
    addText: async ({ text, ...words }: LinkOrText): Promise<string | null> => {
      const outcome = await addText({ input: { ...said(words), text } });
      if (outcome.ok) onAdded(outcome.ok);
      return outcome.refusal?.message ?? outcome.failed?.message ?? null;
    },
  };
}

/** What is said of a link as of a text. */
const said = ({ title, note, madeOn, tags, skills }: Omit<LinkOrText, 'url' | 'text'>) => ({
  ...{ title, note, madeOn, tags },
  skillIds: skills.map(({ id }) => id),
});
