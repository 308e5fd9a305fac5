import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['development', 'module', 'browser', 'import', 'default'] },
  build: { outDir: 'dist', emptyOutDir: true, sourcemap: true },
});
