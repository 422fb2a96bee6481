import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { BADGE_PREVIEW, type PreviewInput } from './badges.documents.js';

/** The badge as it would be struck, a moment after the last change. The one before stays until then. */
export function usePreview(input: PreviewInput) {
  const words = JSON.stringify(input);
  const [settled] = useDebouncedValue(words, 250);
  const asked = useMemo(() => JSON.parse(settled) as PreviewInput, [settled]);
  const { data, previousData, error, refetch } = useQuery(BADGE_PREVIEW, {
    variables: { input: asked },
    fetchPolicy: 'no-cache',
  });
  return { preview: (data ?? previousData)?.badgePreview ?? null, error, retry: () => void refetch() };
}

/** An SVG document as the address of a picture. */
export function pictureAddress(svg: string): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
