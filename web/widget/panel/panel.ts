import type { Conversation, Ending, ChatMessage } from '../../conversation/conversation';
import type { FailureCode } from '../../protocol/errors';
import type { ChatState, ConsentGiven } from '../../protocol/generated';
import type { OpenedBy, PanelHandle } from '../host';
import type { ChatForm, OfflineForm, PanelPorts } from './panel-ports';
import type { ChatKeeper, StateDetails } from './state/chat-keeper';
import { ConsentedVisit } from './state/consented-visit';
import { OfflineLetter } from './state/offline-letter';
import { forgotten, initialModel, type PanelModel, type Stage } from './state/panel-model';
import { chatStage, offlineStage, queuedStage, refusedOrForm } from './state/stages';
import type { ChatAccess, Remembered } from './state/tab-memory';
import { pageOfVisit } from './transport/page';

/** The widget's conductor: turns what the visitor, the site and the server do into one model. */
export class Panel implements PanelHandle {
  private model = initialModel;
  private keeper: ChatKeeper | undefined;
  private readonly visit: ConsentedVisit;
  private readonly offline: OfflineLetter;

  constructor(private readonly ports: PanelPorts) {
    const { account, passed, rest } = ports;
    this.visit = new ConsentedVisit(
      ports.visit,
      () => ({ account, details: passed.details, ...pageOfVisit() }),
      () => ports.emit({ type: 'visit-opened' }),
    );
    this.offline = new OfflineLetter((form) => rest.offlineMessage({ account, ...form }));
  }

  get stage(): Stage {
    return this.model.stage;
  }

  get isOpen(): boolean {
    return this.model.open;
  }

  open(by: OpenedBy): void {
    if (this.model.open) {
      return;
    }
    this.turn(true);
    this.keeper?.talk.seen();
    if (this.stage.kind === 'starting' || this.stage.kind === 'refused') {
      this.become({ stage: { kind: 'starting' } });
      void this.begin(by);
    } else if (this.stage.kind === 'form' && by === 'click') {
      void this.openByClick(this.consentNow(this.ports.clickConsent));
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
    void this.begin('click');
  }

  async ask(form: ChatForm, consentText: string): Promise<void> {
    this.become({ stage: { kind: 'form', busy: true } });
    const consent = this.consentNow(consentText);
    // The form says the button's words, too: they are what a visit is opened under.
    this.visit.agree(this.consentNow(this.ports.clickConsent), 'click');
    const answer = await this.visit.call((token) =>
      this.ports.rest.askForChat(token, { ...form, consent }),
    );
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
    const left = await this.offline.leave({ ...form, consent: this.consentNow(consentText) });
    if (left.ok) {
      this.become({ stage: { kind: 'thanks' } });
      this.ports.emit({ type: 'offline-message-sent' });
    } else {
      this.become({ stage: { kind: 'offline', busy: false, problem: left.code } });
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

  /**
   * The server knows nothing of the visit any more: it ran out, or was erased while this page was not
   * connected. The site's consent still holds; a click was for the visit that is gone.
   */
  expired(): void {
    this.visit.withdrawClick();
    if (this.stage.kind === 'form' && !this.stage.busy && !this.visit.isAgreed) {
      this.become({ stage: { kind: 'form', busy: false, problem: 'scope-destroyed' } });
    }
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

  private async begin(by: OpenedBy): Promise<void> {
    const consent = this.consentNow(this.ports.clickConsent);
    const status = await this.ports.rest.deskStatus(this.ports.account);
    if (!this.isAt('starting')) {
      return;
    }
    if (status.ok && !status.value.online) {
      this.become({ stage: offlineStage(undefined) });
      return;
    }
    this.become({ stage: { kind: 'form', busy: false } });
    if (by === 'click') {
      await this.openByClick(consent);
    }
  }

  private async openByClick(consent: ConsentGiven): Promise<void> {
    this.visit.agree(consent, 'click');
    const opened = await this.visit.open();
    if (!opened.ok && this.isAt('form')) {
      this.become({ stage: refusedOrForm(opened.code) });
    }
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

  private consentNow(text: string): ConsentGiven {
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
