import { chatSocket, endChat, visitSocket } from '../../protocol/generated';
import { call } from '../../transport/http';
import { ReconnectingSocket } from '../../transport/socket';
import { spoken } from '../../words/sentences';
import { panelKey, type PanelHost, type StartPanel } from '../host';
import { messages, words } from './messages';
import { Panel } from './panel';
import { ChatKeeper } from './state/chat-keeper';
import { otherTabs } from './state/other-tabs';
import type { PanelModel } from './state/panel-model';
import { tabMemory } from './state/tab-memory';
import { VisitKeeper } from './state/visit-keeper';
import { LetheRest } from './transport/lethe-api';
import { currentPage, onPageChange } from './transport/page';
import { chatPartKey, type ChatPart, type ChatViews } from './view/chat-part';
import { dataPartKey, type DataPart } from './view/data-part';
import type { Attention } from './state/attention';
import type { Intents } from './view/context';
import { PanelView } from './view/panel-view';
import styles from './view/panel.css';

/** The names of the files that the build made of `chat-part.ts` and `data-part.ts` in this language. */
declare const CHAT_FILE: string;
declare const DATA_FILE: string;

const start: StartPanel = (host) => {
  const { gateway } = host;
  const rest = new LetheRest(gateway);
  const memory = tabMemory(host.account);
  /** There as soon as the view of a chat is, in which files are attached and fetched. */
  const chatPart = {} as ComingPart;
  const tabs = otherTabs(host.account, {
    have: () => memory.read(),
    onHave: (remembered) => panel.join(remembered),
    onBye: () => visit.stay(),
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
        tabs.tell(memory.read());
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
      chatPart.model = model;
      chatPart.attention?.update(model);
    },
    emit: host.emit.bind(host),
    now: () => new Date(),
  });
  const view = viewOf(host, panel, intentsOf(panel, gateway, chatPart), chatPart);

  onPageChange(() => visit.pageChanged());
  addEventListener('pagehide', () => {
    panel.drafts.sign();
    visit.leave();
    tabs.bye();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      panel.drafts.look();
      visit.comeBack();
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      // On a phone a page that is out of sight may be thrown away without another word.
      panel.drafts.sign();
    } else {
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

/** Messages may be missed before it is there. */
type ComingPart = ChatPart & { attention?: Attention; model?: PanelModel };

function viewOf(host: PanelHost, panel: Panel, intents: Intents, chatPart: ComingPart): PanelView {
  adopt(host.root, styles);
  const context = {
    messages,
    words,
    language: host.language,
    intents,
    identity: () => host.passed.identity,
    draft: () => panel.draft(),
    sounds: host.sounds,
  };
  const loadChat = async (): Promise<ChatViews> => {
    Object.assign(chatPart, await host.load<ChatPart>(CHAT_FILE, chatPartKey));
    adopt(host.root, chatPart.styles);
    chatPart.attention = chatPart.attentionOf(host.root, host);
    if (chatPart.model !== undefined) {
      chatPart.attention.update(chatPart.model);
    }
    return chatPart;
  };
  const loadData = async (): Promise<DataPart> => {
    const part = await host.load<DataPart>(DATA_FILE, dataPartKey);
    adopt(host.root, part.styles);
    return part;
  };
  const load = { chat: loadChat, data: loadData };
  return new PanelView(host.root, context, load, () => host.focusButton());
}

function adopt(root: ShadowRoot, styles: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function intentsOf(panel: Panel, gateway: string, chatPart: ChatPart): Intents {
  /** Never answered if the chat is over: then nobody waits for it. */
  const fetchFile: Intents['fetchFile'] = (file) =>
    new Promise((resolve) => {
      panel.withChat(({ chat: { chat, token } }) =>
        resolve(chatPart.fetchFile(gateway, token, chat, file)),
      );
    });
  return {
    close: () => panel.close(),
    again: () => panel.again(),
    ask: (form, consent) => void panel.ask(form, consent),
    leaveMessage: (form, consent) => void panel.leaveMessage(form, consent),
    send: (text) => panel.send(text),
    seen: () => panel.seen(),
    typed: (text) => {
      panel.withChat((chat) => chat.talk.typed(text));
      panel.wrote({ question: text });
    },
    wrote: (written) => panel.wrote(written),
    mute: (muted) => panel.mute(muted),
    attach: (files) => panel.withChat((chat) => chat.talk.attach(files)),
    retry: (id) => panel.withChat((chat) => chat.talk.retry(id)),
    withdraw: (id) => panel.withChat((chat) => chat.talk.withdraw(id)),
    fetchFile,
    download: (file) => {
      void chatPart.download(fetchFile(file), file).then((problem) => {
        if (problem !== undefined) {
          panel.notice(problem);
        }
      });
    },
    end: () => panel.withChat((chat) => void chat.end()),
    revoke: () => void panel.revoke(),
    hideData: () => panel.hideData(),
    showData: () => panel.yourData(),
    askAsMe: (operation) => {
      const { token } = panel;
      return token === undefined ? undefined : call(gateway, operation, token);
    },
    saveReceipt: (receipt) => chatPart.saveReceipt((asked) => call(gateway, asked), receipt),
  };
}

(globalThis as { [panelKey]?: StartPanel })[panelKey] = start;
