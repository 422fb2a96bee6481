import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import type { Framework } from './framework.documents.js';
import { START_VERSION } from './framework-draft.documents.js';

/** The other versions of a framework, one click away. */
export function FrameworkVersions({ framework, part }: { framework: Framework; part: string | undefined }) {
  const { t } = useTranslation('frameworks');
  const words = useTranslation('programme').t;
  const navigate = useNavigate();
  if (framework.versions.length < 2) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="small" variant="quiet" icon={<IconChevronDown size={14} stroke={1.8} aria-hidden />}>
          {t('versions.label', { count: framework.versions.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {framework.versions.map((version) => (
          <Menu.Item
            key={version.id}
            aria-current={version.id === framework.id}
            onClick={() => void navigate(`/programme/frameworks/${version.id}${part ? `/${part}` : ''}`)}
          >
            {version.version} · {words(`state.${version.state}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Begins the next version, or goes on with the draft that there is. */
export function NextVersionAct({ framework }: { framework: Framework }) {
  const { t } = useTranslation('frameworks');
  const toast = useToast();
  const navigate = useNavigate();
  const [start, { loading }] = useResultMutation(START_VERSION, { refetch: ['Frameworks', 'Framework'] });
  const failed = framework.contentState === 'FAILED';
  const draft = failed ? undefined : framework.versions.find(({ state }) => state === 'DRAFT');
  const go = async () => {
    if (draft) return navigate(`/programme/frameworks/${draft.id}`);
    const { ok, refusal } = await start({ id: framework.id });
    if (!ok) return toast(refusal?.message ?? t('unreachable'));
    return navigate(`/programme/frameworks/${ok.id}`);
  };
  return (
    <Button variant="primary" size="large" busy={loading} onClick={() => void go()}>
      {failed ? t('copying.again') : draft ? t('versions.openDraft') : t('versions.start')}
    </Button>
  );
}
