import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/text-link.js';
import type { ImpactLine } from './framework-draft.documents.js';
import styles from './skill-workspace.module.css';

/** Who and what an act touches, and what becomes of each. */
export function ImpactList({ impact }: { impact: readonly ImpactLine[] }) {
  const { t } = useTranslation('frameworks');
  return (
    <ul className={styles.impact}>
      {impact.map((line) => (
        <li key={`${line.area} ${line.happens}`}>
          <b>{line.touched}</b>
          {line.happens}
          {line.examples.length > 0 && (
            <small>
              {line.examples.map((example, at) => (
                <span key={`${example.name} ${at}`}>
                  {at > 0 && ' · '}
                  {example.path ? <TextLink to={example.path}>{example.name}</TextLink> : example.name}
                </span>
              ))}
              {line.count > line.examples.length &&
                ` ${t('impact.more', { count: line.count - line.examples.length })}`}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
