import type { FailureCode } from '../../protocol/errors';
import type { ErrorCode } from '../../protocol/generated';
import type { PanelHandle, Passed } from '../host';
import type { OfflineForm, PanelPorts } from './panel-ports';
import type { ChatKeeper } from './state/chat-keeper';
import { ChatSeat } from './state/chat-seat';
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
import { firstStage, isFinished } from './state/stages';
import { Sending } from './state/sending';
import type { Remembered } from './state/tab-memory';
import { Withdrawing } from './state/withdrawal';
import { pageOfVisit } from './transport/page';

/** The widget's conductor: turns what the visitor, the site and the server do into one model. */
export class Panel implements PanelHandle {
  private model = initialModel;
  private readonly seat: ChatSeat;
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
      startChat: (access, stage) => this.seat.take(access, stage),
      sent: () => this.drafts.drop(),
    });
    this.promises = new Promises({
      deskStatus: () => rest.deskStatus(account),
      siteWords: ports.siteWords,
      onUse: (use) => this.become({ use }),
    });
    this.seat = new ChatSeat(ports, this.drafts, this.promises, {
      model: () => this.model,
      become: (change, without) => this.become(change, without),
      forget: (stage) => this.forget(stage),
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

  yourData(): void {
    this.open();
    this.become({ data: true });
  }

  hideData(): void {
    this.become({ data: false });
  }

  /** By which what is held can be asked for: a chat's token names its visit, too. */
  get token(): string | undefined {
    return this.seat.keeper?.chat.token ?? this.ports.visit.current?.token;
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
    const chat = this.seat.keeper?.chat.token;
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
    if (remembered.chat !== undefined && this.seat.keeper === undefined) {
      this.seat.take(remembered.chat, { kind: 'queued' }, remembered.told);
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
    return this.drafts.take(this.seat.keeper?.chat.chat);
  }

  /** Before the consent nothing is stored on the device. */
  wrote(written: Written): void {
    if (this.model.held) {
      this.drafts.keep(written, this.seat.keeper?.chat.chat);
    }
  }

  /** Turns the tone off or on, in every tab; it is remembered as long as the visit is. */
  mute(muted: boolean): void {
    const remembered = { ...this.ports.memory.read(), muted };
    this.become({ muted });
    this.ports.memory.write(remembered);
    this.ports.tabs.tell(remembered);
  }

  withChat(action: (chat: ChatKeeper) => void): void {
    if (this.seat.keeper !== undefined) {
      action(this.seat.keeper);
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
    if (this.model.open && !this.model.data && !document.hidden) {
      this.seat.keeper?.talk.seen();
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
    this.seat.leave();
    this.ports.memory.clear();
    this.forget(stage);
  }

  private turn(open: boolean): void {
    this.become({ open, ...(open ? { unread: 0 } : { data: false }) });
    this.ports.emit({ type: open ? 'opened' : 'closed' });
    // Nothing is remembered of a panel that was only looked at.
    this.ports.memory.write({ ...this.ports.memory.read(), open });
  }

  private forget(stage: Stage): void {
    this.model = forgotten(this.model, stage);
    this.become({});
  }

  private become(change: Partial<PanelModel>, without: readonly ('notice' | 'asked')[] = []): void {
    const held = this.seat.keeper !== undefined || this.ports.visit.current !== undefined;
    const { open, data } = { ...this.model, ...change };
    const isLookedAt = open && !data && !document.hidden;
    const seen = isLookedAt ? { missed: 0 } : {};
    this.model = changed(this.model, { ...change, ...seen, held }, without);
    this.ports.show(this.model);
  }
}
