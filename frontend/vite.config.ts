import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compress } from './build/compress.ts';

const server = process.env.CONTENTPAGES_SERVER ?? 'http://localhost:8080';
const proxied = { target: server, changeOrigin: false };

export default defineConfig({
  plugins: [tanstackRouter({ target: 'react', autoCodeSplitting: true }), react(), tailwindcss(), compress()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    proxy: { '/api': proxied, '/hubs': { ...proxied, ws: true }, '/objects': proxied, '/media': proxied, '/live': proxied, '/ingest': { ...proxied, ws: true } },
  },
  build: { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 700 },
  test: { environment: 'jsdom', setupFiles: './src/test/setup.ts', restoreMocks: true, unstubGlobals: true },
});
