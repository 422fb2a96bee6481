import { useSearchParams } from 'react-router';

/** The address of the rows behind a number, in the period one looks at. */
export function useRowsAddress() {
  const [params] = useSearchParams();
  const period = params.get('period');
  return (key: string, narrowed: Record<string, string> = {}) => {
    const asked = new URLSearchParams({ ...narrowed, ...(period && { period }) }).toString();
    return `/insights/rows/${key}${asked && `?${asked}`}`;
  };
}
