import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Naming a property with an underscore is how the rest is taken without it.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An event handler may start work whose result the interface shows later.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // What a person wrote must not reach the browser's console, and text is never parsed as HTML.
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Build nodes; text is never parsed as HTML.' },
        { property: 'outerHTML', message: 'Build nodes; text is never parsed as HTML.' },
        { property: 'insertAdjacentHTML', message: 'Build nodes; text is never parsed as HTML.' },
        { property: 'dangerouslySetInnerHTML', message: 'Build nodes; no HTML.' },
        { object: 'window', property: 'localStorage', message: 'Nothing outlives the tab.' },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Nothing outlives the tab.' },
      ],
    },
  },
  {
    files: ['build/**/*.{mjs,cjs}', '*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
