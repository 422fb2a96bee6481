// Before the first paint, so that a dark screen never flashes white. A file of its own: no inline script may run here.
try {
  const kept = localStorage.getItem('assay-theme');
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.setAttribute('data-density', localStorage.getItem('assay-density') ?? 'standard');
} catch {
  // Storage may be forbidden; then the page is light.
}
