import { Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { exportPath } from './audit-place.rules.js';
import type { AuditVariables } from './audit.documents.js';
import styles from './audit.module.css';

/** What is shown, all pages of it, as a file. */
export function ExportMenu({ variables }: { variables: AuditVariables }) {
  const { t } = useTranslation('audit');
  // t('audit:export.csv') t('audit:export.csvHint') t('audit:export.jsonl') t('audit:export.jsonlHint')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button icon={<IconDownload size={16} stroke={1.6} aria-hidden />}>{t('export.title')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'jsonl'] as const).map((ending) => (
          <Menu.Item key={ending} component="a" href={exportPath(ending, variables)} download>
            <span className={styles.choice}>
              {t(`export.${ending}`)}
              <small>{t(`export.${ending}Hint`)}</small>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
