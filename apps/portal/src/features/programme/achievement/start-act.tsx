import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, LinkButton } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { badgeOf } from './held.rules.js';
import { type ACHIEVEMENT, START_SUBMISSION } from './achievement.documents.js';

type Version = NonNullable<ResultOf<typeof ACHIEVEMENT>['achievementVersion']>;

// After these nothing more can happen to an attempt; a new one may begin.
const OVER: readonly string[] = ['RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID'];

/** Start, or go on with the attempt that is open. */
export function StartAct({ version }: { version: Version }) {
  const { t } = useTranslation('programme');
  const { may } = useViewer();
  const navigate = useNavigate();
  const [start, { loading, refusal, failed }] = useResultMutation(START_SUBMISSION);
  const mine = version.mySubmission;
  const badge = mine ? badgeOf(mine) : 'none';
  if (badge === 'held' && mine?.award?.credential)
    return (
      <LinkButton variant="primary" size="large" to={`/growth/badges/${mine.award.credential.id}`}>
        {t('achievement.badge')}
      </LinkButton>
    );
  if (mine && (badge === 'signing' || !OVER.includes(mine.state)))
    return (
      <LinkButton variant="primary" size="large" to={`/growth/submissions/${mine.id}`}>
        {mine.state === 'DRAFT' || mine.state === 'RETURNED' ? t('achievement.goOn') : t('achievement.see')}
      </LinkButton>
    );
  // For what is earned through others, or given for taking part, there is nothing to hand in.
  if (version.route === 'STACK' || version.route === 'COMPLETION') return null;
  const begin = async () => {
    const { ok } = await start({ achievementVersionId: version.id });
    if (ok) void navigate(`/growth/submissions/${ok.id}`);
  };
  return (
    <>
      {mine && <LinkButton to={`/growth/submissions/${mine.id}`}>{t('achievement.last')}</LinkButton>}
      {version.state === 'PUBLISHED' && may('submission.write') && (
        <Button variant="primary" size="large" busy={loading} onClick={() => void begin()}>
          {badge === 'ended' ? t('achievement.renew') : mine ? t('achievement.again') : t('achievement.start')}
        </Button>
      )}
      {refusal && (
        <RefusalNote>
          {refusal.message}{' '}
          {refusal.__typename === 'AttemptOpen' && (
            <TextLink to={`/growth/submissions/${refusal.submissionId}`}>{t('achievement.goOn')}</TextLink>
          )}
        </RefusalNote>
      )}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
    </>
  );
}
