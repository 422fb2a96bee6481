import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.js';
import styles from './designer.module.css';

interface Props {
  route: Draft['route'];
  readOnly: boolean;
  onChange: (route: Draft['route']) => void;
}

const ROUTES = ['PORTFOLIO', 'OBSERVATION', 'PRIOR_LEARNING', 'COMPLETION'] as const;

/** How it is proved, each with what that means when somebody begins it. */
export function RouteChoice({ route, readOnly, onChange }: Props) {
  const { t } = useTranslation('programme');
  // t('programme:route.PORTFOLIO') t('programme:route.OBSERVATION') t('programme:route.COMPLETION')
  // t('programme:route.PRIOR_LEARNING') t('programme:routeMeans.PORTFOLIO') t('programme:routeMeans.OBSERVATION')
  // t('programme:routeMeans.COMPLETION') t('programme:routeMeans.PRIOR_LEARNING')
  if (route === 'STACK') return <p className={styles.intro}>{t('routeMeans.STACK')}</p>;
  return (
    <Radio.Group
      label={t('marking.route')}
      data-field="route"
      readOnly={readOnly}
      value={route}
      onChange={(value) => {
        const chosen = ROUTES.find((each) => each === value);
        if (chosen && !readOnly) onChange(chosen);
      }}
    >
      <div className={styles.choices}>
        {ROUTES.map((each) => (
          <Radio key={each} value={each} label={t(`route.${each}`)} description={t(`routeMeans.${each}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
