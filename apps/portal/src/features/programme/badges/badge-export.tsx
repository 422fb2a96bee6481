import { Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import type { Preview } from './badges.documents.js';
import { pictureAddress } from './use-preview.js';

const SIZES = [48, 96, 256, 512, 1024];

/** The badge as a file: a drawing in each cut, or points at a size. */
export function BadgeExport({ preview, name }: { preview: Preview; name: string }) {
  const { t } = useTranslation('studio');
  const svgOf = (cut: string, scale = 'FULL') =>
    preview.pictures.find((each) => each.cut === cut && each.scale === scale)?.svg ?? '';
  const file = name.trim().replace(/[^\p{L}\p{N}]+/gu, '-') || 'badge';
  // t('studio:export.INK') t('studio:export.PAPER') t('studio:export.ONE_INK')
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button icon={<IconDownload size={16} stroke={1.6} aria-hidden />}>{t('export.act')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['INK', 'PAPER', 'ONE_INK'] as const).map((cut) => (
          <Menu.Item
            key={cut}
            onClick={() => save(new Blob([svgOf(cut)], { type: 'image/svg+xml' }), `${file}-${cut.toLowerCase()}.svg`)}
          >
            {t(`export.${cut}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {SIZES.map((size) => (
          <Menu.Item
            key={size}
            onClick={() =>
              void points(svgOf('INK', size < 72 ? 'SMALL' : 'FULL'), size).then((png) =>
                save(png, `${file}-${size}.png`),
              )
            }
          >
            {t('export.png', { size })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

async function points(svg: string, size: number): Promise<Blob> {
  const image = new Image(size, size);
  image.src = pictureAddress(svg.replace('<svg ', `<svg width="${size}" height="${size}" `));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  canvas.getContext('2d')?.drawImage(image, 0, 0, size, size);
  return new Promise((done, failed) =>
    canvas.toBlob((png) => (png ? done(png) : failed(new Error('no picture'))), 'image/png'),
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
