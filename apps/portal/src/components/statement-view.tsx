import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.js';
import { KeyValues } from './key-values.js';
import styles from './statement-view.module.css';

/** What a witness said, from the library or from a frozen copy. While it is only asked, most of it is missing. */
export interface SaidByWitness {
  /** Only in a library: a copy holds what was confirmed. */
  state?: 'WAITING' | 'EXPIRED' | 'TAKEN_BACK' | 'CONFIRMED' | 'DECLINED';
  witnessName: string;
  isColleague: boolean;
  question: string;
  capacity: string | null;
  sawOn: string | null;
  words: string | null;
  answeredAt: string | null;
}

interface Props {
  title: string;
  keptAt: string | null;
  said: SaidByWitness | null;
}

/** Somebody else's words on paper, with who they are and what they were asked. */
export function StatementView({ title, keptAt, said }: Props) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  // t('evidence:said.colleague') t('evidence:said.outside')
  const who = said && t(said.isColleague ? 'said.colleague' : 'said.outside', { name: said.witnessName });
  return (
    <article className={styles.paper} aria-label={title}>
      {keptAt && (
        <p className={styles.kept}>
          <b>{t('said.keptAt')}</b> {keptAt}
        </p>
      )}
      {said?.words && <blockquote className={styles.words}>{said.words}</blockquote>}
      {said && !said.words && <p className={styles.waiting}>{stateWords()}</p>}
      {said && (
        <KeyValues
          items={[
            { name: t('said.witness'), value: who },
            ...(said.capacity ? [{ name: t('said.capacity'), value: said.capacity }] : []),
            ...(said.sawOn ? [{ name: t('said.sawOn'), value: format.date(said.sawOn) }] : []),
            ...(said.answeredAt ? [{ name: t('said.answered'), value: format.dayAndTime(said.answeredAt) }] : []),
            { name: t('said.question'), value: said.question },
          ]}
        />
      )}
    </article>
  );

  function stateWords() {
    // t('evidence:said.state.WAITING') t('evidence:said.state.EXPIRED') t('evidence:said.state.TAKEN_BACK')
    // t('evidence:said.state.DECLINED') t('evidence:said.state.CONFIRMED')
    return t(`said.state.${said?.state ?? 'CONFIRMED'}`);
  }
}
