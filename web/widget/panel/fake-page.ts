import { vi } from 'vitest';
import type {
  ChatClientFrame,
  ChatServerFrame,
  DataUse,
  ErrorCode,
  VisitServerFrame,
} from '../../protocol/generated';
import { notingSocket } from '../../transport/fake-socket';
import type { Connection } from '../../transport/socket';
import type { LetheEvent } from '../host';
import { Panel } from './panel';
import { ChatKeeper, type ChatSocketEvents } from './state/chat-keeper';
import { initialModel, type PanelModel } from './state/panel-model';
import { tabMemory } from './state/tab-memory';
import { VisitKeeper, type VisitSocketEvents } from './state/visit-keeper';

export const at = '2026-01-01T10:00:00.000Z';
const visitOpened = { visit: 'v17-visit', token: 'visit-token', heartbeatSeconds: 30 };
const chatGranted = { chat: 'c05-chat', token: 'chat-token', state: 'queued', position: 2 };
export const dataUse: DataUse = {
  addresses: true,
  transcriptToTeam: true,
  transcriptToVisitor: false,
  offlineMessages: true,
  tlsOnly: false,
  letterDeadline: 'PT1H',
};
const erased = { status: 'completed', effective: at, receipt: 'r-1', scopes: 2, waitingFor: [] };
const answering = (value: unknown) => vi.fn().mockResolvedValue({ ok: true, value });

/** A page with the widget, and the suite behind it as a test plays it: REST answers, both sockets. */
export class FakePage {
  readonly rest = {
    deskStatus: answering({ online: true, dataUse }),
    openVisit: answering(visitOpened),
    askForChat: answering(chatGranted),
    offlineMessage: answering({ reference: '7K3F9-QXM2D' }),
    erase: answering(erased),
  };
  readonly chatFrames: ChatClientFrame[] = [];
  readonly events: LetheEvent['type'][] = [];
  /** What the other tabs were told. */
  readonly told: string[] = [];
  model: PanelModel = initialModel;
  /** Whether the log's end is on the screen, as its view tells. */
  isEndInSight = true;
  private panelInSight: Panel | undefined;
  private visit: VisitSocketEvents | undefined;
  private chat: ChatSocketEvents | undefined;

  panel(): Panel {
    const memory = tabMemory('acme');
    const visit: VisitKeeper = new VisitKeeper({
      open: this.rest.openVisit,
      leave: () => undefined,
      socket: (_visit, events) => {
        this.visit = events;
        return notingSocket([]);
      },
      page: () => ({ url: 'https://shop.example/', title: 'Shop' }),
      details: () => ({ plan: 'gold' }),
      onVisit: (current) => {
        const { visit: _before, ...others } = memory.read();
        memory.write(current === undefined ? others : { ...others, visit: current });
        panel.visitChanged();
      },
      onErased: () => panel.erased(),
      onExpired: (code) => panel.expired(code),
      onSilence: () => undefined,
    });
    const panel: Panel = new Panel({
      account: 'acme',
      passed: { identity: {}, details: { plan: 'gold' } },
      guest: 'Guest',
      rest: this.rest,
      memory,
      siteWords: () => 'The site asks.',
      tabs: { tell: () => undefined, withdrawn: () => this.told.push('withdrawn') },
      visit,
      chat: (access, ports) =>
        new ChatKeeper(access, {
          ...ports,
          socket: (_chat, events) => {
            this.chat = events;
            return notingSocket(this.chatFrames);
          },
          upload: () => ({ done: new Promise(() => undefined), cancel: () => undefined }),
          end: () => Promise.resolve({ ok: true, value: undefined }),
        }),
      show: (next) => {
        this.model = next;
        if (this.isEndInSight) {
          this.panelInSight?.seen();
        }
      },
      emit: ({ type }) => this.events.push(type),
      now: () => new Date(at),
    });
    this.panelInSight = panel;
    return panel;
  }

  async opened(): Promise<Panel> {
    const panel = this.panel();
    panel.open();
    await settled();
    return panel;
  }

  async inChat(): Promise<Panel> {
    const panel = await this.opened();
    await panel.ask({ name: 'Ada', question: 'a secret question' }, 'I agree.');
    this.sayToChat({ type: 'ready', chat: 'c05-chat', state: 'active', seq: 0, operator: 'Anna' });
    this.writeToChat(1, 'a secret');
    return panel;
  }

  sayToVisit(frame: VisitServerFrame): void {
    this.visit?.onFrame(frame);
  }

  refuseVisit(code: ErrorCode = 'scope-destroyed'): void {
    this.visit?.onRefused(code);
  }

  connectChat(connection: Connection): void {
    this.chat?.onConnection(connection);
  }

  sayToChat(frame: ChatServerFrame): void {
    this.chat?.onFrame(frame);
  }

  writeToChat(seq: number, text: string): void {
    this.sayToChat({ type: 'message', seq, id: `m${seq}`, from: 'operator', text, at });
  }

  refuseChat(code: ErrorCode): void {
    this.chat?.onRefused(code);
  }

  chatHello(): unknown {
    return this.chat?.hello();
  }

  stored(): string {
    return JSON.stringify(Object.entries(sessionStorage));
  }
}

export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await Promise.resolve();
  }
}
