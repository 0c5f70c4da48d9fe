import { getDeskStatus, type Status } from '../../protocol/generated';
import {
  panelKey,
  type LetheApi,
  type LetheEvent,
  type PanelHandle,
  type Passed,
  type StartPanel,
} from '../host';
import type { Language } from '../messages/languages';
import { askOtherTabs } from '../panel/state/other-tabs';
import { memoryKey, type Remembered } from '../panel/state/tab-memory';
import { ChatButton } from './button';
import { HostElement } from './host-element';
import styles from './loader.css';
import { passOn } from './passed';
import { loadScript } from './script';
import { settingsOf, type LoaderSettings } from './settings';

/** Names of the files that the build made, with their contents' hashes. The panel knows those of its parts. */
declare const PANEL_FILES: Readonly<Record<Language, string>>;

/**
 * The script of the page: a button, and the one question whether the desk is online. It stores
 * nothing, opens no visit, and brings the panel only on a click, on the site's consent call, or when
 * this tab or another one of the site is already in a visit.
 */
function install(settings: LoaderSettings): void {
  const host = new HostElement(settings, styles);
  const { root } = host;
  const passed: Passed = { identity: {}, details: {} };
  const handlers = new Map<string, Set<(event: LetheEvent) => void>>();
  let isOpen = false;
  /** What had the focus when the site opened the panel; without a button it gets it back. */
  let opener: Element | null = null;
  let panel: Promise<PanelHandle> | undefined;

  const emit = (event: LetheEvent): void => {
    handlers.get(event.type)?.forEach((handler) => handler(event));
  };
  const button = new ChatButton(root, settings, () => {
    // What the person saw counts: a panel that is being loaded may open by itself meanwhile.
    const was = isOpen;
    show((it) => (was ? it.close() : it.open()));
  });

  const startPanel = async (): Promise<PanelHandle> => {
    const file = PANEL_FILES[settings.language];
    const start = await loadScript<StartPanel>(settings, file, panelKey);
    return start({
      ...settings,
      root,
      passed,
      emit,
      load: (file, key) => loadScript(settings, file, key),
      reflect: (open, unread) => {
        if (open && !isOpen) {
          host.raise();
        }
        isOpen = open;
        button.reflect(open, unread);
      },
      focusButton: () => {
        if (settings.variant === 'none' && opener instanceof HTMLElement) {
          opener.focus();
        } else {
          button.focus();
        }
      },
    });
  };
  const load = (): Promise<PanelHandle> => {
    panel ??= startPanel().then(
      (it) => {
        // An earlier attempt may have failed.
        button.turn('ready');
        return it;
      },
      (failure: unknown) => {
        // The next click tries to load it again.
        panel = undefined;
        throw failure;
      },
    );
    return panel;
  };
  /** For a person who waits: says at once that something happens, and whether it failed. */
  const show = (action: (handle: PanelHandle) => void): void => {
    button.turn('busy');
    load().then(
      (it) => {
        button.turn('ready');
        action(it);
      },
      () => button.turn('failed'),
    );
  };
  const showBySite = (action: (handle: PanelHandle) => void): void => {
    if (!isOpen) {
      opener = document.activeElement;
    }
    show(action);
  };
  const quietly = (action: (handle: PanelHandle) => void): void => {
    load().then(action, () => undefined);
  };

  const api: LetheApi = {
    consent: ({ text }) => quietly((it) => it.consent(text)),
    revoke: () => quietly((it) => it.revoke()),
    words: async () => (await load()).words(),
    open: () => showBySite((it) => it.open()),
    yourData: () => showBySite((it) => it.yourData()),
    close: () =>
      void panel?.then(
        (it) => it.close(),
        () => undefined,
      ),
    identify: (identity) => {
      passed.identity = { ...passed.identity, ...identity };
    },
    details: (details) => {
      const news = passOn(passed, details);
      void panel?.then(
        (it) => it.detailsChanged(news),
        () => undefined,
      );
    },
    on: (type, handler) => {
      const all = handlers.get(type) ?? new Set();
      handlers.set(type, all.add(handler));
      return () => void all.delete(handler);
    },
    accounts: {},
    push: (...calls) => calls.forEach((call) => call(api)),
  };

  const attach = (): void => {
    if (!host.attach()) {
      return;
    }
    resume((remembered) => quietly((it) => it.join(remembered)));
    const isFirst = publish(api, settings.account);
    /** Whether it is, or is in, an element that names this account, or none of several. */
    const isMeant = (target: EventTarget | null, attribute: string): boolean => {
      const element = target instanceof Element ? target.closest(`[${attribute}]`) : null;
      const wanted = element?.getAttribute(attribute);
      return wanted === settings.account || (wanted === '' && isFirst);
    };
    document.addEventListener('click', (event) => {
      const { target } = event;
      if (isMeant(target, 'data-lethe-open')) {
        api.open();
      } else if (isMeant(target, 'data-lethe-your-data')) {
        event.preventDefault();
        api.yourData();
      }
    });
    emit({ type: 'ready' });
    void showWhetherOnline(settings, button);
    // Who comes back to the page after a while is told what is so now.
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) {
        void showWhetherOnline(settings, button);
      }
    });
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

/** The first account of a page is `window.Lethe`; each one is found by its name there. */
function publish(api: LetheApi, account: string): boolean {
  const page = window as { Lethe?: LetheApi | ((lethe: LetheApi) => void)[] };
  const before = page.Lethe;
  if (before !== undefined && 'accounts' in before) {
    before.accounts[account] = api;
    return false;
  }
  api.accounts[account] = api;
  page.Lethe = api;
  if (Array.isArray(before)) {
    api.push(...before);
  }
  return true;
}

const script = document.currentScript;
const settings = script instanceof HTMLScriptElement ? settingsOf(script) : undefined;
if (settings !== undefined) {
  install(settings);
}
