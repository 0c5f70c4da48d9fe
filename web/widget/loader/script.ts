/** What of Trusted Types is needed; TypeScript does not know them. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}
type Policy = Pick<{ createScriptURL(url: string): string }, 'createScriptURL'>;

interface Place {
  /** The gateway's address with a slash at its end. */
  readonly gateway: string;
  readonly nonce: string;
}

/**
 * Brings a script of the widget in, and what it leaves under the key. A classic script tag and no
 * `import()`: it needs no CORS headers, and works under the same `script-src` that admitted the loader,
 * by its nonce too.
 */
export function loadScript<T>({ gateway, nonce }: Place, file: string, key: symbol): Promise<T> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted(gateway, file);
    script.nonce = nonce;
    script.onload = () => {
      const left = (globalThis as Readonly<Record<symbol, T | undefined>>)[key];
      script.remove();
      if (left === undefined) {
        reject(new Error(`${file} did not start.`));
      } else {
        resolve(left);
      }
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${file} could not be loaded.`));
    };
    document.head.append(script);
  });
}

/** A page admits a policy's name once, and more than one script is brought in by it. */
let policy: Policy | undefined;

/** The address as pages that demand Trusted Types take it; the policy admits the widget's own scripts alone. */
function trusted(gateway: string, file: string): string {
  const own = (name: string): string => new URL(`widget/${encodeURIComponent(name)}`, gateway).href;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    policy ??= trustedTypes?.createPolicy('lethe', { createScriptURL: own });
    return policy?.createScriptURL(file) ?? own(file);
  } catch {
    // The page admits no such policy: what becomes of the address is for its own one to say.
    return own(file);
  }
}
