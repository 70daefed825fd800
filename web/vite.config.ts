/**
 * The client is built into the Python package, where the server finds it.
 *
 * Everything is a file of its own with a digest in its name: nothing is written into the page, because its
 * Content-Security-Policy runs no script and loads no style that the server did not serve.
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../src/crosscase/static",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2023",
    reportCompressedSize: false,
    // What draws figures is large, and comes only when the first figure is asked for.
    chunkSizeWarningLimit: 1000,
  },
  test: { include: ["test/**/*.test.ts", "test/**/*.test.tsx"], setupFiles: ["test/sentences.ts"] },
});
