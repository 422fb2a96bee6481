import { useTranslation } from 'react-i18next';

/** Amounts in the currency of the plan. */
export function useMoney(currency: string | null): (amount: number) => string {
  const { i18n } = useTranslation();
  if (currency === null) return String;
  const format = new Intl.NumberFormat(i18n.language, { style: 'currency', currency, maximumFractionDigits: 0 });
  return (amount) => format.format(amount);
}
