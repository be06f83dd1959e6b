// Three files with fixed names, since the server embeds them: index.html, room.js, room.css.
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: {
    target: 'es2020',
    sourcemap: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: { entryFileNames: 'room.js', assetFileNames: 'room.[ext]', inlineDynamicImports: true },
    },
  },
});
