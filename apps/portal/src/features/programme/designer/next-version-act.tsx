import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { type Version } from './designer.documents.js';
import { START_NEXT_VERSION } from './versions.documents.js';

/** A published version stays as it is: changes are written into a copy of it, which is then the next version. */
export function NextVersionAct({ version }: { version: Version }) {
  const { t } = useTranslation('programme');
  const navigate = useNavigate();
  const [start, { loading, refusal, failed }] = useResultMutation(START_NEXT_VERSION);
  const begin = async () => {
    const { ok } = await start({ achievementVersionId: version.id });
    if (ok) void navigate(`/programme/achievements/${ok.id}`);
  };
  return (
    <>
      <Button variant="primary" size="large" busy={loading} onClick={() => void begin()}>
        {t('designer.next', { number: version.number + 1 })}
      </Button>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
    </>
  );
}
