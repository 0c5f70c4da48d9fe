import { panelKey, type StartPanel } from '../host';
import type { Language } from '../messages/languages';

/** File name of the panel for each language, with its content's hash; put in by the build. */
declare const PANEL_FILES: Readonly<Record<Language, string>>;

/**
 * Brings the panel in. A classic script tag and no `import()`: it needs no CORS headers, and works
 * under the same `script-src` that admitted the loader.
 */
export function loadPanel(gateway: string, language: Language): Promise<StartPanel> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL(`widget/${PANEL_FILES[language]}`, gateway).href;
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
