import type { Conversation, Ending } from '../../conversation/conversation';
import type { FailureCode } from '../../protocol/errors';
import type { Consent, OpenVisit } from '../../protocol/rest';
import type { ChatMessage, ChatState } from '../../protocol/chat-frames';
import { newClientMessageId, type ClientMessageId } from '../../protocol/ids';
import type { PanelHandle } from '../host';
import type { ChatForm, OfflineForm, PanelPorts } from './panel-ports';
import type { ChatKeeper, StateDetails } from './state/chat-keeper';
import { ConsentedVisit } from './state/consented-visit';
import { forgotten, initialModel, type PanelModel, type Stage } from './state/panel-model';
import { chatStage, offlineStage, queuedStage, refusedOrForm } from './state/stages';
import type { ChatAccess, Remembered } from './state/tab-memory';
import { currentPage } from './transport/page';

/** The widget's conductor: turns what the visitor, the site and the server do into one model. */
export class Panel implements PanelHandle {
  private model = initialModel;
  private keeper: ChatKeeper | undefined;
  private readonly visit: ConsentedVisit;
  /** The id of the offline message that is being written; a second try is the same message. */
  private offlineId = newClientMessageId();

  constructor(private readonly ports: PanelPorts) {
    this.visit = new ConsentedVisit(
      ports.visit,
      () => visitOf(ports),
      () => ports.emit({ type: 'visit-opened' }),
    );
  }

  get stage(): Stage {
    return this.model.stage;
  }

  get isOpen(): boolean {
    return this.model.open;
  }

  open(): void {
    if (this.model.open) {
      return;
    }
    this.turn(true);
    this.keeper?.talk.seen();
    if (this.stage.kind === 'starting' || this.stage.kind === 'refused') {
      this.become({ stage: { kind: 'starting' } });
      void this.begin();
    }
  }

  close(): void {
    if (this.model.open) {
      const finished = this.stage.kind === 'thanks' || this.stage.kind === 'ended';
      if (finished) {
        this.become({ stage: { kind: 'starting' } });
      }
      this.turn(false);
    }
  }

  consent(text: string): void {
    this.visit.agree(this.consentNow(text), 'site');
    void this.visit.open();
  }

  join(remembered: Remembered): void {
    if (remembered.visit !== undefined && this.ports.visit.current === undefined) {
      this.ports.visit.join(remembered.visit);
    }
    if (remembered.chat !== undefined && this.keeper === undefined) {
      this.startChat(remembered.chat, { kind: 'queued' });
    }
  }

  /** Leaves the notice of an end, of thanks or of an erasure, and starts over. */
  again(): void {
    this.become(forgotten(this.model, { kind: 'starting' }));
    void this.begin();
  }

  async ask(form: ChatForm, consentText: string): Promise<void> {
    this.become({ stage: { kind: 'form', busy: true } });
    const consent = this.consentNow(consentText);
    const answer = await this.askOnce(form, consent);
    if (answer.ok) {
      const { chat, token, position } = answer.value;
      this.startChat({ chat, token }, queuedStage(position));
      this.ports.emit({ type: 'chat-requested' });
    } else if (answer.code === 'nobody-online') {
      this.become({ stage: offlineStage(form.question) });
    } else {
      this.become({ stage: { kind: 'form', busy: false, problem: answer.code } });
    }
  }

  async leaveMessage(form: OfflineForm, consentText: string): Promise<void> {
    this.become({ stage: { kind: 'offline', busy: true } });
    const { account, rest } = this.ports;
    const consent = this.consentNow(consentText);
    const answer = await rest.offlineMessage({ account, id: this.offlineId, ...form, consent });
    if (answer.ok) {
      this.offlineId = newClientMessageId();
      this.become({ stage: { kind: 'thanks' } });
      this.ports.emit({ type: 'offline-message-sent' });
    } else {
      this.become({ stage: { kind: 'offline', busy: false, problem: answer.code } });
    }
  }

  withChat(action: (chat: ChatKeeper) => void): void {
    if (this.keeper !== undefined) {
      action(this.keeper);
    }
  }

  send(text: string): void {
    this.become({}, ['notice']);
    this.withChat((chat) => chat.talk.send(text));
  }

  retry(id: ClientMessageId): void {
    this.withChat((chat) => chat.talk.retry(id));
  }

  notice(code: FailureCode): void {
    this.become({ notice: code });
  }

  /** The visit was erased, on this visitor's or a privacy officer's word: nothing stays here. */
  erased(): void {
    this.visit.withdraw();
    this.dropChat();
    this.ports.memory.clear();
    this.become(forgotten(this.model, { kind: 'erased' }));
    this.ports.emit({ type: 'erased' });
  }

  /** The server knows nothing of the visit any more. The consent of this page still holds. */
  expired(): void {
    if (!document.hidden) {
      this.visit.reopen();
    }
  }

  /** The person looks at the page again. */
  looked(): void {
    this.ports.visit.retryNow();
    this.keeper?.retryNow();
    if (this.model.open) {
      this.keeper?.talk.seen();
    }
    this.visit.reopen();
  }

  private async begin(): Promise<void> {
    const status = await this.ports.rest.deskStatus(this.ports.account);
    if (!this.isAt('starting')) {
      return;
    }
    if (status.ok && !status.value.online) {
      this.become({ stage: offlineStage(undefined) });
      return;
    }
    this.become({ stage: { kind: 'form', busy: false } });
    this.visit.agree(this.consentNow(this.ports.clickConsent), 'click');
    const opened = await this.visit.open();
    if (!opened.ok && this.isAt('form')) {
      this.become({ stage: refusedOrForm(opened.code) });
    }
  }

  private async askOnce(
    form: ChatForm,
    consent: Consent,
  ): ReturnType<PanelPorts['rest']['askForChat']> {
    const body = { ...form, consent };
    this.visit.agree(consent, 'click');
    const token = await this.visit.token();
    if (typeof token !== 'string') {
      return { ok: false, ...token };
    }
    const first = await this.ports.rest.askForChat(token, body);
    if (first.ok || (first.code !== 'scope-destroyed' && first.code !== 'token-invalid')) {
      return first;
    }
    // The visit ran out while the form was open: the click opens a new one.
    this.visit.forget();
    const renewed = await this.visit.token();
    return typeof renewed === 'string'
      ? this.ports.rest.askForChat(renewed, body)
      : { ok: false, ...renewed };
  }

  private startChat(access: ChatAccess, stage: Stage): void {
    this.dropChat();
    this.keeper = this.ports.chat(access, {
      onChange: (conversation, arrived) => this.onConversation(conversation, arrived),
      onConnection: (connection) => this.become({ connection }),
      onState: (state, details) => this.onState(state, details),
      onToken: (chat) => this.remember({ ...this.ports.memory.read(), chat }),
      onEnded: (ending) => this.onEnded(ending),
      onProblem: (code) => this.notice(code),
    });
    this.remember({ ...this.ports.memory.read(), chat: access });
    this.become({ ...forgotten(this.model, stage), connection: 'connecting' });
    this.keeper.start();
  }

  private remember(remembered: Remembered): void {
    this.ports.memory.write(remembered);
    this.ports.tabs.tell(remembered);
  }

  private onConversation(conversation: Conversation, arrived: ChatMessage | undefined): void {
    const unseen = arrived !== undefined && !this.model.open;
    this.become({ conversation, unread: this.model.unread + (unseen ? 1 : 0) });
    if (this.model.open && !document.hidden) {
      this.keeper?.talk.seen();
    }
  }

  private onState(state: ChatState, details: StateDetails): void {
    if (state === 'ended') {
      return;
    }
    const accepted = state === 'active' && this.stage.kind === 'queued';
    this.become({ stage: chatStage(this.stage, state, details) });
    if (accepted) {
      this.ports.emit({ type: 'chat-accepted' });
    }
  }

  private onEnded(ending: Ending): void {
    this.keeper = undefined;
    const { chat: _chat, ...rest } = this.ports.memory.read();
    this.ports.memory.write(rest);
    this.become(forgotten(this.model, { kind: 'ended', ending }));
    const { messages = 0, files = 0 } = ending.destroyed ?? {};
    this.ports.emit({ type: 'chat-ended', messages, files });
  }

  private dropChat(): void {
    this.keeper?.stop();
    this.keeper = undefined;
  }

  private turn(open: boolean): void {
    this.become({ open, ...(open ? { unread: 0 } : {}) });
    this.ports.emit({ type: open ? 'opened' : 'closed' });
    const remembered = this.ports.memory.read();
    if (remembered.visit !== undefined || remembered.chat !== undefined) {
      this.ports.memory.write({ ...remembered, open });
    }
  }

  private isAt(kind: Stage['kind']): boolean {
    return this.stage.kind === kind;
  }

  private consentNow(text: string): Consent {
    return { text, at: this.ports.now().toISOString() };
  }

  private become(change: Partial<PanelModel>, without: readonly 'notice'[] = []): void {
    const next = { ...this.model, ...change };
    if (without.includes('notice')) {
      delete next.notice;
    }
    this.model = next;
    this.ports.show(this.model);
  }
}

function visitOf({ account, passed }: PanelPorts): Omit<OpenVisit, 'consent'> {
  const { url, title, referrer } = currentPage();
  return {
    account,
    page: { url, ...(title === undefined ? {} : { title }) },
    details: passed.details,
    ...(referrer === undefined ? {} : { referrer }),
  };
}
