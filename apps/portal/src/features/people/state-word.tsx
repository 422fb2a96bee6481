import { IconCircleOff, IconDoorExit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../components/chip.js';
import { useFormat } from '../../lib/format.js';
import { useToday } from '../../lib/use-today.js';
import { stateOf } from './person-state.rules.js';

/** With us, leaving on a day, left, or switched off: a word, and a shape where it is not the usual. */
export function StateWord({ person }: { person: { active: boolean; lastDay: string | null } }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const today = useToday();
  const on = person.lastDay ? day(person.lastDay) : '';
  switch (stateOf(person, today)) {
    case 'WITH_US':
      return <StatusWord>{t('state.withUs')}</StatusWord>;
    case 'LEAVING':
      return <StatusWord tone="amber">{t('state.leaving', { day: on })}</StatusWord>;
    case 'LEFT':
      return (
        <StatusWord icon={<IconDoorExit size={14} stroke={1.8} aria-hidden />}>
          {t('state.left', { day: on })}
        </StatusWord>
      );
    case 'OFF':
      return <StatusWord icon={<IconCircleOff size={14} stroke={1.8} aria-hidden />}>{t('state.off')}</StatusWord>;
  }
}
