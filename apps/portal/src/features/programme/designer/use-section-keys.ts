import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useHotkey } from '../../../components/hotkeys.js';
import { SECTIONS, type SectionName } from './sections.js';

/** The next and the previous section by one key. */
export function useSectionKeys(versionId: string, section: SectionName): void {
  const { t } = useTranslation('programme');
  const navigate = useNavigate();
  const at = SECTIONS.indexOf(section);
  const go = (by: 1 | -1) => {
    const next = SECTIONS[at + by];
    if (next) void navigate(`/programme/achievements/${versionId}/${next}`);
  };
  const group = t('designer.keys');
  useHotkey({
    keys: ']',
    label: t('designer.nextSection'),
    group,
    run: () => go(1),
    enabled: at < SECTIONS.length - 1,
  });
  useHotkey({ keys: '[', label: t('designer.previousSection'), group, run: () => go(-1), enabled: at > 0 });
}
