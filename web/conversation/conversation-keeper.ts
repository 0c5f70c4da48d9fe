import type { FailureCode } from '../protocol/errors';
import type { ClientMessageId, FileView, Instant, Speaker } from '../protocol/generated';
import { newClientMessageId } from '../protocol/message-id';
import type { Upload } from '../transport/files';
import type { Result } from '../transport/http';
import {
  acknowledged,
  emptyConversation,
  lastOfOthers,
  read,
  received,
  refused,
  sending,
  typing,
  unacknowledged,
  uploaded,
  withdrawn,
  type Conversation,
  type Outgoing,
  type ChatMessage,
  type SentMessage,
} from './conversation';
import { Outbox } from './outbox';
import { TypingHint, TypingTeller } from './signals';
import { begun, chosen, failed, progressed } from './tray';

/** What a conversation needs of its socket; each says whether there was a connection to take it. */
export interface ConversationPorts {
  readonly me: Speaker;
  readonly send: (message: SentMessage) => boolean;
  readonly typing: (on: boolean) => boolean;
  readonly read: (seq: number) => boolean;
  readonly upload: (file: File, onProgress: (fraction: number) => void) => Upload;
  /** `arrived`: a message of the other side that is new, not one that a reload has replayed. */
  readonly onChange: (conversation: Conversation, arrived?: ChatMessage) => void;
  /** An acknowledgement is overdue: the connection is dead, whatever the browser thinks. */
  readonly onSilence: () => void;
}

/**
 * One side of one chat over connections that come and go: sends at once and again until it is
 * acknowledged, shows each message once, and forgets everything when it is stopped.
 */
export class ConversationKeeper {
  private conversation = emptyConversation;
  /** One at a time, so that files arrive in the order in which they lie in the tray. */
  private transfer: { readonly id: ClientMessageId; readonly upload: Upload } | undefined;
  private readonly outbox: Outbox<Outgoing>;
  private readonly hint = new TypingHint((on) => this.become(typing(this.conversation, on)));
  private readonly teller: TypingTeller;
  private toldRead = 0;
  /** The last message that was there when this page came. */
  private replayedTo: number | undefined;
  private stopped = false;

  constructor(private readonly ports: ConversationPorts) {
    this.outbox = new Outbox({
      first: () => unacknowledged(this.conversation)[0],
      send: ({ id, text, file }) =>
        ports.send({
          id,
          ...(text === undefined ? {} : { text }),
          ...(file === undefined ? {} : { file: file.file }),
        }),
      onSilence: () => ports.onSilence(),
    });
    this.teller = new TypingTeller((on) => ports.typing(on));
  }

  get current(): Conversation {
    return this.conversation;
  }

  /** The chat was joined over a new connection; `seq` is the last message that the server has. */
  connected(seq: number): void {
    this.replayedTo ??= seq;
    this.outbox.joined();
  }

  disconnected(): void {
    this.outbox.cut();
  }

  /** Sends what is written, and behind it the files that lie beside it, where they may be sent. */
  send(text: string, withFiles = true): void {
    this.teller.sent();
    if (text !== '') {
      this.dispatch({ id: newClientMessageId(), text });
    }
    if (withFiles) {
      this.become(begun(this.conversation));
      this.uploadNext();
    }
  }

  /** Lays files beside what is being written; no byte of them is sent before `send`. */
  attach(files: Iterable<File>): void {
    const laid = [...files].map((file) => ({ id: newClientMessageId(), file }));
    this.become(chosen(this.conversation, laid));
  }

  retry(id: ClientMessageId): void {
    const message = this.conversation.outgoing.find((each) => each.id === id);
    if (message === undefined) {
      this.become(begun(this.conversation, id));
      this.uploadNext();
    } else {
      const { problem: _problem, after: _after, ...again } = message;
      this.dispatch(again);
    }
  }

  /** Gives up a file of the tray, or a message that could not be sent. */
  withdraw(id: ClientMessageId): void {
    if (this.transfer?.id === id) {
      this.cancelTransfer();
    }
    this.become(withdrawn(this.conversation, id));
    this.outbox.goOn();
    this.uploadNext();
  }

  typed(text: string): void {
    this.teller.input(text);
  }

  /** The person has seen what is there. */
  seen(): void {
    const seq = lastOfOthers(this.conversation, this.ports.me);
    if (seq > this.toldRead && this.ports.read(seq)) {
      this.toldRead = seq;
    }
  }

  onMessage(message: ChatMessage): void {
    const { me } = this.ports;
    if (message.from !== me) {
      this.hint.heard(false);
    }
    const known = this.conversation.lines.some(({ seq }) => seq === message.seq);
    const isNew = !known && message.from !== me && message.seq > (this.replayedTo ?? 0);
    this.become(received(this.conversation, message), isNew ? message : undefined);
    this.outbox.heard();
    this.outbox.goOn();
  }

  onSent(ack: { id: ClientMessageId; seq: number; at: Instant }): void {
    const { id, seq, at } = ack;
    this.become(acknowledged(this.conversation, { id, seq, at }, this.ports.me));
    this.outbox.goOn();
  }

  onTyping(from: Speaker, on: boolean): void {
    if (from !== this.ports.me) {
      this.hint.heard(on);
    }
  }

  onRead(from: Speaker, seq: number): void {
    if (from !== this.ports.me) {
      this.become(read(this.conversation, seq));
    }
  }

  /** `forNow`: the same message may be taken a moment later, so it is offered again in its turn. */
  onRefused(id: ClientMessageId, problem: FailureCode, forNow: boolean): void {
    if (!this.outbox.refused(id, problem, forNow)) {
      this.become(refused(this.conversation, id, problem));
      this.outbox.goOn();
    }
  }

  /** The last "read" was not taken. */
  onReadRefused(): void {
    this.toldRead = 0;
  }

  /** Lets go of every message and every file; a new connection brings what the server still has. */
  forget(): void {
    this.replayedTo = this.conversation.lines.at(-1)?.seq ?? this.replayedTo;
    this.toldRead = 0;
    this.release();
    this.ports.onChange(this.conversation);
  }

  /** Lets go of every message, every file and every timer; nothing is shown or sent from here on. */
  stop(): void {
    this.stopped = true;
    this.release();
  }

  private release(): void {
    this.outbox.cut();
    this.teller.sent();
    this.hint.heard(false);
    this.cancelTransfer();
    this.conversation = emptyConversation;
  }

  private dispatch(message: Outgoing): void {
    this.become(sending(this.conversation, message));
    this.outbox.goOn();
  }

  private uploadNext(): void {
    const next = this.conversation.tray.find(({ fraction }) => fraction !== undefined);
    if (this.transfer !== undefined || next === undefined) {
      return;
    }
    const { id, file } = next;
    const upload = this.ports.upload(file, (fraction) => {
      if (this.transfer?.id === id) {
        this.become(progressed(this.conversation, id, fraction));
      }
    });
    const transfer = { id, upload };
    this.transfer = transfer;
    void upload.done.then((result) => {
      if (this.transfer === transfer) {
        this.transfer = undefined;
        this.transferred(id, result);
        this.uploadNext();
      }
    });
  }

  private transferred(id: ClientMessageId, result: Result<FileView>): void {
    if (result.ok) {
      this.become(uploaded(this.conversation, id, result.value));
      this.outbox.goOn();
    } else {
      this.become(failed(this.conversation, id, result.code));
    }
  }

  private cancelTransfer(): void {
    const { transfer } = this;
    this.transfer = undefined;
    transfer?.upload.cancel();
  }

  private become(next: Conversation, arrived?: ChatMessage): void {
    if (!this.stopped && next !== this.conversation) {
      this.conversation = next;
      this.ports.onChange(next, arrived);
    }
  }
}
