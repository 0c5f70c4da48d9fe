import { chatSocket, endChat, visitSocket } from '../../protocol/generated';
import { call } from '../../transport/http';
import { saveChatReceipt } from '../../transport/receipts';
import { ReconnectingSocket } from '../../transport/socket';
import { spoken } from '../../words/sentences';
import { panelKey, type PanelHost, type StartPanel } from '../host';
import { messages, words } from './messages';
import { Panel } from './panel';
import { ChatKeeper } from './state/chat-keeper';
import { otherTabs } from './state/other-tabs';
import { tabMemory } from './state/tab-memory';
import { VisitKeeper } from './state/visit-keeper';
import { LetheRest } from './transport/lethe-api';
import { currentPage, onPageChange } from './transport/page';
import { chatPartKey, type ChatPart, type ChatViews } from './view/chat-part';
import type { Intents } from './view/context';
import { PanelView } from './view/panel-view';
import styles from './view/panel.css';

/** The name of the file that the build made of `chat-part.ts` in this language. */
declare const CHAT_FILE: string;

const start: StartPanel = (host) => {
  const { gateway } = host;
  const rest = new LetheRest(gateway);
  const memory = tabMemory(host.account);
  /** There as soon as the view of a chat is, in which files are attached and fetched. */
  const chatPart = {} as ChatPart;
  const tabs = otherTabs(host.account, {
    have: () => withoutOpen(memory.read()),
    onHave: (remembered) => panel.join(remembered),
    onBye: () => visit.assure(),
    onWithdrawn: () => panel.withdrawnElsewhere(),
  });

  const visit = new VisitKeeper({
    open: (body) => rest.openVisit(body),
    leave: (left) => rest.leave(left),
    page: currentPage,
    details: () => host.passed.details,
    socket: ({ visit: id }, heard) => new ReconnectingSocket(gateway, visitSocket(id), heard),
    onVisit: (current) => {
      const { visit: _before, ...others } = memory.read();
      // The panel may have been opened before there was a visit to remember it with.
      memory.write(
        current === undefined ? others : { ...others, visit: current, open: panel.isOpen },
      );
      if (current !== undefined) {
        tabs.tell(withoutOpen(memory.read()));
      }
      panel.visitChanged();
    },
    onErased: () => panel.erased(),
    onExpired: (code) => panel.expired(code),
    onSilence: () => panel.withChat((chat) => chat.drop()),
  });

  const panel: Panel = new Panel({
    account: host.account,
    passed: host.passed,
    guest: messages.guest,
    siteWords: (use) => spoken(words, host.language, use, 'site').join(' '),
    rest,
    memory,
    tabs,
    visit,
    chat: (access, events) =>
      new ChatKeeper(access, {
        ...events,
        socket: ({ chat }, heard) => new ReconnectingSocket(gateway, chatSocket(chat), heard),
        upload: ({ chat, token }, file, onProgress) =>
          chatPart.upload(gateway, token, chat, file, onProgress),
        end: ({ chat, token }) => call(gateway, endChat(chat), token),
      }),
    show: (model) => {
      view.render(model);
      host.reflect(model.open, model.unread);
    },
    emit: host.emit.bind(host),
    now: () => new Date(),
  });
  const view = viewOf(host, intentsOf(panel, gateway, chatPart), chatPart);

  onPageChange(() => visit.pageChanged());
  addEventListener('pagehide', () => {
    visit.leave();
    tabs.bye();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      visit.comeBack();
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      panel.looked();
    }
  });
  if (memory.read().open === true) {
    view.leaveFocus();
    panel.join(memory.read());
    panel.open();
  }
  return panel;
};

function viewOf(host: PanelHost, intents: Intents, chatPart: ChatPart): PanelView {
  adopt(host.root, styles);
  const context = {
    messages,
    words,
    language: host.language,
    intents,
    identity: () => host.passed.identity,
  };
  const loadChat = async (): Promise<ChatViews> => {
    Object.assign(chatPart, await host.load<ChatPart>(CHAT_FILE, chatPartKey));
    adopt(host.root, chatPart.styles);
    return chatPart;
  };
  return new PanelView(host.root, context, loadChat, () => host.focusButton());
}

function adopt(root: ShadowRoot, styles: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function intentsOf(panel: Panel, gateway: string, chatPart: ChatPart): Intents {
  return {
    close: () => panel.close(),
    again: () => panel.again(),
    ask: (form, consent) => void panel.ask(form, consent),
    leaveMessage: (form, consent) => void panel.leaveMessage(form, consent),
    send: (text) => panel.send(text),
    seen: () => panel.seen(),
    typed: (text) => panel.withChat((chat) => chat.talk.typed(text)),
    attach: (files) =>
      panel.withChat((chat) => [...files].forEach((file) => chat.talk.attach(file))),
    retry: (id) => panel.withChat((chat) => chat.talk.retry(id)),
    withdraw: (id) => panel.withChat((chat) => chat.talk.withdraw(id)),
    download: (file) =>
      panel.withChat(({ chat: { chat, token } }) => {
        void chatPart.download(gateway, token, chat, file).then((result) => {
          if (!result.ok) {
            panel.notice(result.code);
          }
        });
      }),
    end: () => panel.withChat((chat) => void chat.end()),
    revoke: () => void panel.revoke(),
    saveReceipt: (receipt) => saveChatReceipt((operation) => call(gateway, operation), receipt),
  };
}

/** Whether a panel is open is each tab's own affair. */
function withoutOpen<T extends { readonly open?: boolean }>({ open: _open, ...rest }: T) {
  return rest;
}

(globalThis as { [panelKey]?: StartPanel })[panelKey] = start;
