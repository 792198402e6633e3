// Holds the extension to its borders: one fetch, one place that talks to chrome.runtime, no markup from strings.
import js from "@eslint/js";
import globals from "globals";

const NO_MARKUP = ["innerHTML", "outerHTML"].map((property) => ({
  selector: `AssignmentExpression > MemberExpression.left[property.name="${property}"]`,
  message: "Build elements with createElement: text from a page or the server must never become markup.",
}));
const NO_RUNTIME = {
  selector: 'MemberExpression[object.name="chrome"][property.name=/^(runtime|storage|tabs|scripting)$/]',
  message: "Content scripts ask through Afterword.ask; content/main.js and moments.js alone talk to chrome.runtime.",
};
const NO_FETCH = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"].map((name) => ({
  name,
  message: "background/server_client.mjs alone calls the server.",
}));

export default [
  { ignores: ["node_modules/", "dist/", "server/", ".venv/"] },
  js.configs.recommended,
  {
    files: ["extension/**/*.{js,mjs}"],
    languageOptions: { ecmaVersion: 2024, globals: { ...globals.browser, ...globals.webextensions } },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
      "no-restricted-syntax": ["error", ...NO_MARKUP],
      "no-restricted-globals": ["error", ...NO_FETCH],
    },
  },
  {
    files: ["extension/content/**/*.js"],
    languageOptions: { sourceType: "script" },
    rules: { "no-restricted-syntax": ["error", ...NO_MARKUP, NO_RUNTIME] },
  },
  { files: ["extension/content/main.js", "extension/content/moments.js"], rules: { "no-restricted-syntax": ["error", ...NO_MARKUP] } },
  { files: ["extension/background/server_client.mjs"], rules: { "no-restricted-globals": "off" } },
  {
    files: ["tests/**/*.{js,mjs}", "*.mjs", "scripts/**/*.mjs"],
    languageOptions: { ecmaVersion: 2024, globals: { ...globals.node, ...globals.browser, ...globals.webextensions } },
  },
];
