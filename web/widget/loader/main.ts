import { getDeskStatus, type Status } from '../../protocol/generated';
import type { LetheApi, LetheEvent, OpenedBy, PanelHandle, Passed } from '../host';
import { askOtherTabs } from '../panel/state/other-tabs';
import { memoryKey, type Remembered } from '../panel/state/tab-memory';
import { ChatButton } from './button';
import styles from './loader.css';
import { loadPanel } from './panel-script';
import { settingsOf, type LoaderSettings } from './settings';

/**
 * The script of the page: a button, and the one question whether the desk is online. It stores
 * nothing, opens no visit, and brings the panel only on a click, on the site's consent call, or when
 * this tab or another one of the site is already in a visit.
 */
function install(settings: LoaderSettings): void {
  const host = document.createElement('div');
  host.id = 'lethe';
  host.dataset['theme'] = settings.theme;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const passed: Passed = { identity: {}, details: {} };
  const handlers = new Map<string, Set<(event: LetheEvent) => void>>();
  let isOpen = false;
  let panel: Promise<PanelHandle> | undefined;

  const emit = (event: LetheEvent): void => {
    handlers.get(event.type)?.forEach((handler) => handler(event));
  };
  const button = new ChatButton(root, settings, (click) =>
    use((it) => (isOpen ? it.close() : it.open(openedBy(click)))),
  );

  const startPanel = async (): Promise<PanelHandle> => {
    const start = await loadPanel(settings.gateway, settings.language);
    return start({
      ...settings,
      root,
      passed,
      emit,
      reflect: (open, unread) => {
        isOpen = open;
        button.reflect(open, unread);
      },
      focusButton: () => button.focus(),
    });
  };
  const use = (action: (handle: PanelHandle) => void): void => {
    panel ??= startPanel();
    panel.then(action, () => {
      // The next click tries to load it again.
      panel = undefined;
    });
  };

  const api: LetheApi = {
    consent: ({ text }) => use((it) => it.consent(text)),
    open: () => use((it) => it.open('script')),
    close: () => void panel?.then((it) => it.close()),
    identify: (identity) => {
      passed.identity = { ...passed.identity, ...identity };
    },
    details: (details) => {
      const entries = Object.entries(details).map(([key, value]) => [key, String(value)] as const);
      passed.details = { ...passed.details, ...Object.fromEntries(entries) };
    },
    on: (type, handler) => {
      const all = handlers.get(type) ?? new Set();
      handlers.set(type, all.add(handler));
      return () => void all.delete(handler);
    },
    push: (...calls) => calls.forEach((call) => call(api)),
  };

  const attach = (): void => {
    document.body.append(host);
    resume((remembered) => use((it) => it.join(remembered)));
    document.addEventListener('click', (click) => {
      const { target } = click;
      if (target instanceof Element && target.closest('[data-lethe-open]') !== null) {
        use((it) => it.open(openedBy(click)));
      }
    });
    publish(api);
    emit({ type: 'ready' });
    void showWhetherOnline(settings, button);
  };
  const resume = (join: (remembered: Remembered) => void): void => {
    const stored = storedSession(settings.account);
    if (stored === undefined) {
      askOtherTabs(settings.account, join);
    } else {
      join(stored);
    }
  };
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', attach);
  } else {
    attach();
  }
}

/** A site's script can make up click events; the browser marks those that a person made. */
function openedBy({ isTrusted }: Event): OpenedBy {
  return isTrusted ? 'click' : 'script';
}

function storedSession(account: string): Remembered | undefined {
  try {
    const stored = sessionStorage.getItem(memoryKey(account));
    return stored === null ? undefined : (JSON.parse(stored) as Remembered);
  } catch {
    return undefined;
  }
}

async function showWhetherOnline(settings: LoaderSettings, button: ChatButton): Promise<void> {
  try {
    const { path } = getDeskStatus({ account: settings.account });
    const answer = await fetch(new URL(path, settings.gateway), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    button.showOnline(((await answer.json()) as Status).online);
  } catch {
    // The button says "chat" until the panel knows better.
  }
}

function publish(api: LetheApi): void {
  const page = window as { Lethe?: LetheApi | ((lethe: LetheApi) => void)[] };
  const early = page.Lethe;
  page.Lethe = api;
  if (Array.isArray(early)) {
    api.push(...early);
  }
}

const script = document.currentScript;
const settings = script instanceof HTMLScriptElement ? settingsOf(script) : undefined;
if (settings !== undefined) {
  install(settings);
}
