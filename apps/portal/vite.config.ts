import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

// `npm run dev` shows the sources; the API beside it is the one of `npm start`.
const api = process.env.ASSAY_API ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@assay/source', ...defaultClientConditions] },
  // The API replaces this word by a fresh nonce each time it serves index.html.
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    outDir: 'dist',
    manifest: true,
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/auth', '/uploads', '/files', '/badges', '/evidence-library.zip', '^/p/'].map((path) => [
        path,
        { target: api },
      ]),
    ),
  },
});
