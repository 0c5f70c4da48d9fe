import type { Conversation, Ending, ChatMessage } from '../../conversation/conversation';
import type { FailureCode } from '../../protocol/errors';
import type { ChatState, ConsentGiven } from '../../protocol/generated';
import type { PanelHandle } from '../host';
import type { OfflineForm, PanelPorts } from './panel-ports';
import type { ChatKeeper, StateDetails } from './state/chat-keeper';
import { ConsentedVisit } from './state/consented-visit';
import { OfflineLetter } from './state/offline-letter';
import {
  forgotten,
  initialModel,
  type PanelModel,
  type Stage,
  type Written,
} from './state/panel-model';
import {
  asksForAMessage,
  chatStage,
  offlineStage,
  queuedStage,
  refusedOrForm,
} from './state/stages';
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

  /** Shows the form. That opens no visit: the form says what will be seen, and sending it agrees. */
  open(): void {
    if (this.model.open) {
      return;
    }
    this.turn(true);
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
    this.forget({ kind: 'starting' });
    void this.begin();
  }

  async ask(form: Written, consentText: string): Promise<void> {
    this.become({ stage: { kind: 'form', busy: true } });
    const consent = this.consentNow(consentText);
    this.visit.agree(consent, 'form');
    const answer = await this.visit.call((token) =>
      this.ports.rest.askForChat(token, { name: this.ports.guest, ...form, consent }),
    );
    if (answer.ok) {
      const { chat, token, position } = answer.value;
      this.startChat({ chat, token }, queuedStage(position));
      this.become({ asked: { text: form.question ?? '', at: this.ports.now().toISOString() } });
      this.ports.emit({ type: 'chat-requested' });
    } else if (asksForAMessage(answer.code)) {
      this.become({ stage: offlineStage(form) });
    } else {
      // What was agreed to by a form that didn't get through must not open a visit later.
      if (this.ports.visit.current === undefined) {
        this.visit.withdrawForm();
      }
      this.become({ stage: refusedOrForm(answer.code) });
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

  /** The end of the log is on the screen. */
  seen(): void {
    if (this.model.open && !document.hidden) {
      this.keeper?.talk.seen();
    }
  }

  notice(code: FailureCode): void {
    this.become({ notice: code });
  }

  /** The visit was erased, on this visitor's or a privacy officer's word: nothing stays here. */
  erased(): void {
    this.visit.withdraw();
    this.dropChat();
    this.ports.memory.clear();
    this.forget({ kind: 'erased' });
    this.ports.emit({ type: 'erased' });
  }

  /**
   * The server knows nothing of the visit any more: it ran out, or was erased while this page was not
   * connected. The site's consent still holds; that of a form was for the visit that is gone, unless
   * the form is just being sent.
   */
  expired(): void {
    if (!(this.stage.kind === 'form' && this.stage.busy)) {
      this.visit.withdrawForm();
    }
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
    this.visit.reopen();
    // The log shows what is there, and tells if its end is in sight.
    this.become({});
  }

  private async begin(): Promise<void> {
    const status = await this.ports.rest.deskStatus(this.ports.account);
    if (this.stage.kind === 'starting') {
      const online = !status.ok || status.value.online;
      this.become({ stage: online ? { kind: 'form', busy: false } : offlineStage({}) });
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
    this.forget(stage);
    this.become({ connection: 'connecting' });
    this.keeper.start();
  }

  private remember(remembered: Remembered): void {
    this.ports.memory.write(remembered);
    this.ports.tabs.tell(remembered);
  }

  private onConversation(conversation: Conversation, arrived: ChatMessage | undefined): void {
    const unseen = arrived !== undefined && !this.model.open;
    this.become({ conversation, unread: this.model.unread + (unseen ? 1 : 0) });
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
    this.forget({ kind: 'ended', ending });
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

  private consentNow(text: string): ConsentGiven {
    return { text, at: this.ports.now().toISOString() };
  }

  private forget(stage: Stage): void {
    this.model = forgotten(this.model, stage);
    this.become({});
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
