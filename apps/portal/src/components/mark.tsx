/** Assay's mark: an A struck in an octagon. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <path fill="var(--ink)" d="M9.8 1h12.4L31 9.8v12.4L22.2 31H9.8L1 22.2V9.8z" />
      <path
        fill="none"
        stroke="var(--canvas)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m10.2 22.6 5.8-14 5.8 14M12.6 18.2h6.8"
      />
    </svg>
  );
}
