// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPanel } from './panel-script';
import type { LoaderSettings } from './settings';

const gateway = 'https://gateway.example/';
const settings = { gateway, language: 'en', nonce: '' } as LoaderSettings;
const createPolicy = vi.fn();
let scripts: HTMLScriptElement[];

beforeEach(() => {
  scripts = [];
  vi.stubGlobal('PANEL_FILES', { en: 'panel.en.js' });
  vi.stubGlobal('trustedTypes', { createPolicy });
  vi.spyOn(document.head, 'append').mockImplementation((script) => {
    scripts.push(script as HTMLScriptElement);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('on a page that admits the policy once', () => {
  it('a panel that could not be loaded is asked for again by an address that was admitted', async () => {
    const createScriptURL = (url: string): string => `${url}#admitted`;
    createPolicy.mockReturnValueOnce({ createScriptURL }).mockImplementation(() => {
      throw new TypeError('Policy "lethe" disallowed.');
    });
    for (const nth of [0, 1]) {
      const loading = loadPanel(settings);
      const script = scripts[nth];
      expect(script?.src).toBe('https://gateway.example/widget/panel.en.js#admitted');
      script?.dispatchEvent(new Event('error'));
      await expect(loading).rejects.toThrow('could not be loaded');
    }
  });
});
