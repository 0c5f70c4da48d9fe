import { panelKey, type StartPanel } from '../host';
import type { Language } from '../messages/languages';
import type { LoaderSettings } from './settings';

/** File name of the panel for each language, with its content's hash; put in by the build. */
declare const PANEL_FILES: Readonly<Record<Language, string>>;

/** What of Trusted Types is needed; TypeScript does not know them. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/**
 * Brings the panel in. A classic script tag and no `import()`: it needs no CORS headers, and works
 * under the same `script-src` that admitted the loader, by its nonce too.
 */
export function loadPanel({ gateway, language, nonce }: LoaderSettings): Promise<StartPanel> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted(new URL(`widget/${PANEL_FILES[language]}`, gateway).href);
    script.nonce = nonce;
    script.onload = () => {
      const start = (globalThis as { [panelKey]?: StartPanel })[panelKey];
      script.remove();
      if (start === undefined) {
        reject(new Error('The panel did not start.'));
      } else {
        resolve(start);
      }
    };
    script.onerror = () => {
      script.remove();
      reject(new Error('The panel could not be loaded.'));
    };
    document.head.append(script);
  });
}

/** The panel's address, once the page has admitted it. */
let admitted: string | undefined;

/**
 * The address as pages that demand Trusted Types take it; the policy admits this one alone. A
 * page admits a policy's name once, and who tries again needs the address again.
 */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    admitted ??= trustedTypes
      ?.createPolicy('lethe', { createScriptURL: () => url })
      .createScriptURL(url);
    return admitted ?? url;
  } catch {
    // The page admits no such policy: what becomes of the address is for its own one to say.
    return url;
  }
}
