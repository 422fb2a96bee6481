import { IconCircleDashed, IconCircleHalf2, IconClockHour4, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../components/chip.js';
import type { PlaceState } from './cohorts.documents.js';
import { grouped, GROUPS } from './progress.rules.js';

const SHAPES = {
  earned: <IconRosetteDiscountCheck size={14} stroke={1.8} aria-hidden />,
  assessed: <IconClockHour4 size={14} stroke={1.6} aria-hidden />,
  begun: <IconCircleHalf2 size={14} stroke={1.6} aria-hidden />,
  open: <IconCircleDashed size={14} stroke={1.6} aria-hidden />,
};

/** How far somebody is with one achievement: a shape and a word. */
export function PlaceWord({ state }: { state: PlaceState }) {
  const { t } = useTranslation('cohorts');
  const group = GROUPS.find((each) => grouped([{ state, count: 1 }])[each] > 0) ?? 'open';
  const tone = state === 'EARNED' ? 'accent' : state === 'RETURNED' || state === 'ENDED' ? 'amber' : 'plain';
  // t('cohorts:state.NOT_STARTED') t('cohorts:state.DRAFT') t('cohorts:state.RETURNED') t('cohorts:state.NOT_YET')
  // t('cohorts:state.SUBMITTED') t('cohorts:state.IN_MARKING') t('cohorts:state.READY') t('cohorts:state.ISSUING')
  // t('cohorts:state.EARNED') t('cohorts:state.ENDED')
  return (
    <StatusWord tone={tone} icon={SHAPES[group]}>
      {t(`state.${state}`)}
    </StatusWord>
  );
}
