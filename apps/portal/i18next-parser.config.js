// tools read the default export of their configuration
export default {
  locales: ['en'],
  input: ['src/**/*.{ts,tsx}', '!src/**/*.spec.tsx', '!src/testing/**'],
  output: 'src/locales/$LOCALE/$NAMESPACE.json',
  defaultNamespace: 'shell',
  keepRemoved: false,
  createOldCatalogs: false,
  sort: true,
  indentation: 2,
  // A key without text is a mistake: it would show as itself.
  defaultValue: (_locale, namespace, key) => `MISSING ${namespace}:${key}`,
};
