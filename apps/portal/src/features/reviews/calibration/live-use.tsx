import { useTranslation } from 'react-i18next';
import { Note } from '../../../components/states.js';
import type { LiveObstacles } from './calibration.documents.js';

/** Whether an exemplar is used among live work, and what keeps it from that. */
export function LiveUse({ obstacles }: { obstacles: LiveObstacles | null }) {
  const { t } = useTranslation('quality');
  if (!obstacles) return null;
  // t('quality:live.NOT_AGREED') t('quality:live.RETIRED') t('quality:live.NO_AUTHOR') t('quality:live.NO_ANSWER')
  // t('quality:live.REFUSED') t('quality:live.IN_ROUND') t('quality:live.FILE_NOT_DESCRIBED') t('quality:live.ADDRESS')
  // t('quality:live.OTHER_PIECES') t('quality:live.CARRIED')
  return (
    <Note wide>
      {obstacles.length === 0 ? (
        t('live.used')
      ) : (
        <>
          <strong>{t('live.notUsed')}</strong> {obstacles.map((each) => t(`live.${each}`)).join(' ')}
        </>
      )}
    </Note>
  );
}
