import {
  lastOfOthers,
  type ChatMessage,
  type Conversation,
  type Ending,
} from '../../conversation/conversation';
import type { FailureCode } from '../../protocol/errors';
import type { ChatState, ErrorCode } from '../../protocol/generated';
import type { PanelHandle, Passed } from '../host';
import type { OfflineForm, PanelPorts } from './panel-ports';
import type { ChatKeeper, StateDetails } from './state/chat-keeper';
import { ConsentedVisit } from './state/consented-visit';
import { Drafts } from './state/drafts';
import {
  changed,
  forgotten,
  initialModel,
  type PanelModel,
  type Stage,
  type Written,
} from './state/panel-model';
import { Promises } from './state/promises';
import { chatStage, firstStage, isFinished } from './state/stages';
import { Sending } from './state/sending';
import type { ChatAccess, Remembered } from './state/tab-memory';
import { Withdrawing } from './state/withdrawal';
import { pageOfVisit } from './transport/page';

/** The widget's conductor: turns what the visitor, the site and the server do into one model. */
export class Panel implements PanelHandle {
  private model = initialModel;
  private keeper: ChatKeeper | undefined;
  readonly drafts: Drafts;
  private readonly visit: ConsentedVisit;
  private readonly sending: Sending;
  private readonly withdrawing: Withdrawing;
  private readonly promises: Promises;

  constructor(private readonly ports: PanelPorts) {
    const { account, passed, rest } = ports;
    this.drafts = new Drafts(ports.memory, () => ports.now().getTime());
    this.visit = new ConsentedVisit(
      ports.visit,
      () => ({ account, details: passed.details, ...pageOfVisit() }),
      () => ports.emit({ type: 'visit-opened' }),
    );
    this.sending = new Sending(ports, this.visit, {
      stage: () => this.stage,
      become: (change) => this.become(change),
      startChat: (access, stage) => this.startChat(access, stage),
      sent: () => this.drafts.drop(),
    });
    this.promises = new Promises({
      deskStatus: () => rest.deskStatus(account),
      siteWords: ports.siteWords,
      onUse: (use) => this.become({ use }),
    });
    this.withdrawing = new Withdrawing({
      erase: (token) => rest.erase(token),
      show: (outcome) => {
        if (this.stage.kind === 'withdrawn') {
          this.become({ stage: { kind: 'withdrawn', outcome } });
        }
      },
      onDestroyed: () => ports.emit({ type: 'erased' }),
    });
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
      if (isFinished(this.stage)) {
        this.become({ stage: { kind: 'starting' } });
      }
      this.turn(false);
    }
  }

  consent(text: string): void {
    this.visit.agree(this.sending.consentNow(text), 'site');
    void this.visit.open();
  }

  /**
   * The visitor takes the consent back, the site's too: nothing more is sent from any tab, and what is
   * held is destroyed at once.
   */
  async revoke(): Promise<void> {
    const chat = this.keeper?.chat.token;
    this.leaveAll({ kind: 'withdrawn', outcome: { kind: 'working' } });
    this.ports.tabs.withdrawn();
    const visit = await this.visit.end();
    this.ports.memory.clear();
    // A chat's token names its visit, too.
    await this.withdrawing.destroy(chat ?? visit);
  }

  detailsChanged(details: Passed['details']): void {
    this.ports.visit.detailsChanged(details);
  }

  words(): Promise<string> {
    return this.promises.words();
  }

  join(remembered: Remembered): void {
    if (remembered.visit !== undefined && this.ports.visit.current === undefined) {
      this.ports.visit.join(remembered.visit);
    }
    if (remembered.chat !== undefined && this.keeper === undefined) {
      this.startChat(remembered.chat, { kind: 'queued' }, remembered.told);
    }
    if (remembered.muted !== undefined) {
      this.become({ muted: remembered.muted });
      this.ports.memory.write({ ...this.ports.memory.read(), muted: remembered.muted });
    }
  }

  /** Leaves the notice of an end, of thanks or of an erasure, and starts over. */
  again(): void {
    this.forget({ kind: 'starting' });
    void this.begin();
  }

  ask(form: Written, consentText: string): Promise<void> {
    return this.sending.ask(form, consentText);
  }

  leaveMessage(form: OfflineForm, consentText: string): Promise<void> {
    return this.sending.leaveMessage(form, consentText);
  }

  /** What was written before this page, or before this view of the same. */
  draft(): Written {
    return this.drafts.take(this.keeper?.chat.chat);
  }

  /** Before the consent nothing is stored on the device. */
  wrote(written: Written): void {
    if (this.model.held) {
      this.drafts.keep(written, this.keeper?.chat.chat);
    }
  }

  /** Turns the tone off or on, in every tab; it is remembered as long as the visit is. */
  mute(muted: boolean): void {
    this.become({ muted });
    this.remember({ ...this.ports.memory.read(), muted });
  }

  withChat(action: (chat: ChatKeeper) => void): void {
    if (this.keeper !== undefined) {
      action(this.keeper);
    }
  }

  send(text: string): void {
    this.become({}, ['notice']);
    this.drafts.drop();
    // Files are taken once an operator has accepted the chat.
    this.withChat((chat) => chat.talk.send(text, this.stage.kind === 'active'));
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
    void this.visit.end();
    this.leaveAll({ kind: 'erased' });
    this.ports.emit({ type: 'erased' });
  }

  /** The consent was withdrawn in another tab; who only writes a form here keeps what is written. */
  withdrawnElsewhere(): void {
    if (this.model.held) {
      this.erased();
    } else {
      this.visit.withdraw();
    }
  }

  /** The visit began or ended: there is something to withdraw, or not. A draft does not outlive what it was kept under. */
  visitChanged(): void {
    this.become({});
    if (!this.model.held) {
      this.drafts.drop();
    }
  }

  /**
   * The server knows nothing of the visit any more: it ran out, was erased while this page was not
   * connected, or was lost. The site's consent still holds; that of a form was for the visit that is gone, unless
   * the form is just being sent.
   */
  expired(code: ErrorCode): void {
    if (!(this.stage.kind === 'form' && this.stage.busy)) {
      this.visit.withdrawForm();
    }
    if (this.stage.kind === 'form' && !this.stage.busy && !this.visit.isAgreed) {
      const problem = code === 'scope-lost' ? code : 'scope-destroyed';
      this.become({ stage: { kind: 'form', busy: false, problem } });
    }
    if (!document.hidden) {
      this.visit.reopen();
    }
  }

  /** The person looks at the page again. */
  looked(): void {
    this.ports.visit.assure();
    this.visit.reopen();
    // The log shows what is there, and tells if its end is in sight.
    this.become({});
  }

  /** No form is shown whose words could not be made, since it isn't known what is done with data. */
  private async begin(): Promise<void> {
    const status = await this.promises.ask();
    if (this.stage.kind === 'starting') {
      this.become({ stage: firstStage(status) });
    }
  }

  private leaveAll(stage: Stage): void {
    this.visit.withdraw();
    this.dropChat();
    this.ports.memory.clear();
    this.forget(stage);
  }

  private startChat(access: ChatAccess, stage: Stage, told = this.model.use): void {
    this.dropChat();
    this.keeper = this.ports.chat(access, {
      onChange: (conversation, arrived) => this.onConversation(conversation, arrived),
      onConnection: (connection) =>
        this.become({ connection, isHidden: this.model.isHidden && connection !== 'open' }),
      onHidden: () => this.onHidden(),
      onRead: (seq) => this.onRead(seq),
      onState: (state, details) => this.onState(state, details),
      onToken: (chat) => this.remember({ ...this.ports.memory.read(), chat }),
      onEnded: (ending) => this.onEnded(ending),
      onProblem: (code) => this.notice(code),
    });
    const promise = told === undefined ? {} : { told };
    // What was written in the form is in the chat now.
    this.drafts.take(access.chat);
    this.remember({ ...this.ports.memory.read(), chat: access, ...promise });
    this.forget(stage);
    this.become({ connection: 'connecting', ...(told === undefined ? {} : { use: told }) });
    this.keeper.start();
    if (told === undefined) {
      void this.promises.ask();
    }
  }

  private remember(remembered: Remembered): void {
    this.ports.memory.write(remembered);
    this.ports.tabs.tell(remembered);
  }

  private onConversation(conversation: Conversation, arrived: ChatMessage | undefined): void {
    const unseen = arrived !== undefined && !this.model.open;
    this.become({
      conversation,
      unread: this.model.unread + (unseen ? 1 : 0),
      missed: this.model.missed + (arrived?.from === 'operator' ? 1 : 0),
    });
  }

  private onRead(seq: number): void {
    if (seq >= lastOfOthers(this.model.conversation, 'visitor')) {
      this.become({ unread: 0, missed: 0 });
    }
  }

  private onHidden(): void {
    this.drafts.drop();
    this.become({ isHidden: true }, ['asked']);
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
    const { chat: _chat, told, draft: _draft, ...rest } = this.ports.memory.read();
    this.ports.memory.write(rest);
    this.forget({ kind: 'ended', ending });
    // A transcript is mailed if the settings say so now, too.
    void this.promises.ask(told);
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
    // Nothing is remembered of a panel that was only looked at.
    this.ports.memory.write({ ...this.ports.memory.read(), open });
  }

  private forget(stage: Stage): void {
    this.model = forgotten(this.model, stage);
    this.become({});
  }

  private become(change: Partial<PanelModel>, without: readonly ('notice' | 'asked')[] = []): void {
    const held = this.keeper !== undefined || this.ports.visit.current !== undefined;
    const isLookedAt = (change.open ?? this.model.open) && !document.hidden;
    const seen = isLookedAt ? { missed: 0 } : {};
    this.model = changed(this.model, { ...change, ...seen, held }, without);
    this.ports.show(this.model);
  }
}
