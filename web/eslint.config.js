/** Strict, with types; accessibility is checked where it can be seen in the markup. */
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import ts from "typescript-eslint";

export default defineConfig(
  { ignores: ["node_modules/", "src/api/schema.ts", "browser/"] },
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}", "vite.config.ts"],
    extends: [ts.configs.strictTypeChecked, a11y.flatConfigs.strict, hooks.configs.flat["recommended-latest"]],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A number in a template says what it says.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `onClick={() => act()}` reads straight.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // What scrolls has to be reachable by keys (axe: scrollable-region-focusable).
      "jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["region", "document"], tags: [], allowExpressionValues: true }],
      // A table that is walked through with arrows is a grid (ARIA 1.2), and a real table all the same.
      "jsx-a11y/no-noninteractive-element-to-interactive-role": ["error", { table: ["grid"] }],
      "no-restricted-globals": ["error", "event", "name", "status"],
    },
  },
  // Tests count code points in the plainest way there is, to have something to compare with.
  { files: ["test/**"], rules: { "@typescript-eslint/no-misused-spread": "off" } },
  {
    // Offsets are code points everywhere but there: nobody else may count in strings.
    files: ["src/pages/**/*.tsx", "src/components/**/*.tsx"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "CallExpression[callee.property.name=/^(substring|substr|charCodeAt)$/]", message: "Characters are counted in src/transcript only." },
      ],
    },
  },
);
