import { useNavigate } from 'react-router';
import type { VariablesOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { type CourseImport, PREVIEW_COURSES } from './import.documents.js';

type Input = VariablesOf<typeof PREVIEW_COURSES>['input'];

/** Reads the same file again with other columns or another source; the address moves to what came of it. */
export function usePreviewAgain({ kind, fileId, columns, catalogue }: CourseImport) {
  const navigate = useNavigate();
  const [preview, state] = useResultMutation(PREVIEW_COURSES);
  const again = async (changes: Pick<Input, 'mapping' | 'catalogue'>) => {
    const mapping = columns.map(({ header, field }) => ({ header, field }));
    const source = catalogue && {
      name: catalogue.name,
      licence: catalogue.licence,
      attribution: catalogue.attribution,
      sourceUrl: catalogue.sourceUrl,
    };
    const { ok } = await preview({ input: { kind, fileId, mapping, catalogue: source, ...changes } });
    if (ok) void navigate(`/programme/courses/import/${ok.id}`, { replace: true });
  };
  return [again, state] as const;
}
