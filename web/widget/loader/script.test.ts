// @vitest-environment happy-dom
import type * as script from './script';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

interface Rules {
  createScriptURL(file: string): string;
}
type LoadScript = typeof script.loadScript;

const place = { gateway: 'https://gateway.example/', nonce: '' };
const key = Symbol('what the script leaves');
const createPolicy = vi.fn();
let scripts: HTMLScriptElement[];
let loadScript: LoadScript;

beforeEach(async () => {
  scripts = [];
  vi.resetModules();
  ({ loadScript } = await import('./script'));
  vi.stubGlobal('trustedTypes', { createPolicy });
  vi.spyOn(document.head, 'append').mockImplementation((script) => {
    scripts.push(script as HTMLScriptElement);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  createPolicy.mockReset();
});

async function failing(file: string): Promise<string | undefined> {
  const loading = loadScript(place, file, key);
  const script = scripts.at(-1);
  script?.dispatchEvent(new Event('error'));
  await expect(loading).rejects.toThrow('could not be loaded');
  return script?.src;
}

describe('on a page that admits the policy once', () => {
  it('every script, and one that is asked for again, comes by an address that was admitted', async () => {
    createPolicy
      .mockImplementationOnce((_name: string, rules: Rules) => ({
        createScriptURL: (file: string) => `${rules.createScriptURL(file)}#admitted`,
      }))
      .mockImplementation(() => {
        throw new TypeError('Policy "lethe" disallowed.');
      });
    for (const file of ['panel.en.js', 'panel.en.js', 'chat.js']) {
      expect(await failing(file)).toBe(`https://gateway.example/widget/${file}#admitted`);
    }
  });

  it('the policy leads nowhere but into the gateway’s folder', async () => {
    createPolicy.mockImplementation((_name: string, rules: Rules) => rules);
    await failing('chat.js');
    const [[, rules]] = createPolicy.mock.calls as [[string, Rules]];
    for (const file of ['//evil.example/x.js', '../x.js', 'https://evil.example/x.js']) {
      expect(rules.createScriptURL(file)).toMatch(/^https:\/\/gateway\.example\/widget\/[^/]*$/);
    }
  });
});

it('that leaves nothing did not start', async () => {
  const loading = loadScript(place, 'chat.js', key);
  scripts[0]?.dispatchEvent(new Event('load'));
  await expect(loading).rejects.toThrow('did not start');
});
