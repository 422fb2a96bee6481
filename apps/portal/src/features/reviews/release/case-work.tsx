import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../components/page.js';
import { ErrorState, LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { EvidenceBeside } from '../evidence-beside.js';
import { LevelChanges } from '../level-changes.js';
import { useOutcomeWords } from '../marking/use-outcome-words.js';
import { CASE_WORK } from './release.documents.js';

/** What was handed in beside what was decided, to be read. Asked for by itself: whose work it is learns that it was opened. */
export function CaseWork({ id }: { id: string }) {
  const { t } = useTranslation('reviews');
  const outcome = useOutcomeWords();
  const { data, error, refetch } = useQuery(CASE_WORK, { variables: { id } });
  const it = data?.assessmentCase;
  if (!it?.achievementVersion)
    return error || data ? <ErrorState alone onRetry={() => void refetch()} /> : <LoadingRows rows={8} />;
  const { achievementVersion: version, decision, snapshot } = it;
  return (
    <EvidenceBeside
      snapshot={snapshot}
      head={
        <PageHeader
          title={version.name}
          above={
            <>
              <TextLink to={`/reviews/release/${id}`}>{t('release.backToCase')}</TextLink>
              <span>{it.candidateCode}</span>
            </>
          }
          below={decision && `${outcome(decision.outcome)}, ${Math.round(decision.score * 100)} %`}
        />
      }
    >
      {(evidenceOf) => (
        <LevelChanges
          criteria={version.rubric.criteria}
          decided={decision?.criteria ?? []}
          marks={[]}
          changes={[]}
          evidenceOf={evidenceOf}
          onChange={null}
        />
      )}
    </EvidenceBeside>
  );
}
