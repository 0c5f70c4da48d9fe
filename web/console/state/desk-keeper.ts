import type { Ending } from '../../conversation/conversation';
import { ConversationKeeper } from '../../conversation/conversation-keeper';
import type { PicturePorts, Pictures } from '../../conversation/view/pictures';
import { errorCode, type FailureCode } from '../../protocol/errors';
import type { ChatId, DeskServerFrame } from '../../protocol/generated';
import { Ceiling } from '../../transport/ceiling';
import { Heartbeat } from '../../transport/heartbeat';
import type { Connection } from '../../transport/socket';
import { ChatEnds } from './chat-ends';
import {
  emptyDesk,
  withChats,
  withConnection,
  withConversation,
  withEnding,
  withNobody,
  withLeft,
  withNobodyLeft,
  withoutNotice,
  withoutTab,
  withRead,
  withSelected,
  type DeskModel,
} from './desk-model';
import { DeskLosses } from './desk-losses';
import type { DeskPorts, DeskSocket } from './desk-ports';
import { DeskQueue } from './desk-queue';
import { setServerTime } from './server-time';
import { Sight } from './sight';
import { Store } from './store';
import { Talks } from './talks';

/** With the time for an answer, a dead connection is shown as cut within half a minute. */
const HEARTBEAT_MILLIS = 15_000;

/** The operator's desk: one socket, the queue, and a conversation for each chat. */
export class DeskKeeper {
  readonly store = new Store<DeskModel>(emptyDesk);
  /** Texts that are being written; they die with their chat. */
  readonly drafts = new Map<ChatId, string>();
  private readonly talks = new Talks();
  private readonly socket: DeskSocket;
  private readonly heart = new Heartbeat(
    () => this.socket.send({ type: 'heartbeat' }),
    () => this.drop(),
  );
  private readonly ceiling = new Ceiling(() => this.hide());
  private readonly ends: ChatEnds;
  private readonly queue: DeskQueue;
  readonly losses = new DeskLosses(this.store);
  /** Whether the next list of chats is the first one of a connection. */
  private isNewConnection = true;
  private readonly sight = new Sight((chat) => {
    this.talks.get(chat)?.seen();
    this.store.set(withRead(this.store.get(), chat));
  });

  constructor(private readonly ports: DeskPorts) {
    this.queue = new DeskQueue(this.store, ports.onAttention);
    this.ends = new ChatEnds({
      send: (chat) => this.socket.send({ type: 'end', chat }),
      call: ports.end,
      onOver: (chat, ending) => {
        // What the socket told of an end says more.
        if (this.talks.has(chat)) {
          this.over(chat, ending);
        }
      },
      onProblem: (code) => this.notice(code),
    });
    this.socket = ports.socket({
      hello: async () => ({ type: 'hello', token: await ports.token(), after: this.talks.seen() }),
      onFrame: (frame) => this.onFrame(frame),
      onConnection: (connection) => this.onConnection(connection),
      onRefused: ports.onRefused,
    });
  }

  start(): void {
    this.socket.start();
  }

  stop(): void {
    this.rest();
    this.ceiling.mended();
    [...this.talks.keys()].forEach((chat) => this.forget(chat));
    this.store.set({ ...emptyDesk, connection: 'closed' });
  }

  /** Hangs up; what is shown stays until the ceiling, or until it is started again. */
  rest(): void {
    this.heart.rest();
    this.socket.close();
  }

  /** The person is back: asks at once whether the connection has lived on. */
  assure(): void {
    this.heart.now();
  }

  talk(chat: ChatId): ConversationKeeper | undefined {
    return this.talks.get(chat);
  }

  pictures(chat: ChatId, ports: PicturePorts): Pictures {
    return this.talks.pictures(chat, ports);
  }

  accept(chat: ChatId): void {
    if (this.socket.send({ type: 'accept', chat })) {
      this.store.update({ accepting: [...this.store.get().accepting, chat] });
      this.heart.expect();
    }
  }

  end(chat: ChatId): void {
    if (this.ends.ask(chat)) {
      this.heart.expect();
    }
  }

  away(away: boolean): void {
    this.store.update({ away });
    this.socket.send({ type: 'status', away });
  }

  select(chat: ChatId | undefined): void {
    this.store.set(withSelected(this.store.get(), chat));
  }

  /** The end of a chat's log came to be on the screen, or is there no more. */
  see(chat: ChatId, isThere: boolean): void {
    this.sight.see(chat, isThere);
  }

  /** The person looks at the page: what is on the screen is seen. */
  look(): void {
    this.sight.look();
  }

  /** Takes the notice of an ended chat off the desk. */
  dismiss(chat: ChatId): void {
    this.store.set(withoutTab(this.store.get(), chat));
  }

  /** Whether a message is on its way: leaving the page now would lose it. */
  isSending(): boolean {
    return this.talks.areSending();
  }

  notice(code: FailureCode): void {
    this.store.update({ notice: code });
  }

  clearNotice(): void {
    this.store.set(withoutNotice(this.store.get()));
  }

  private onFrame(frame: DeskServerFrame): void {
    this.heart.heard();
    switch (frame.type) {
      case 'ready':
        this.isNewConnection = true;
        setServerTime(frame.now);
        this.heart.start(HEARTBEAT_MILLIS);
        this.queue.begin();
        if (this.store.get().away) {
          this.socket.send({ type: 'status', away: true });
        }
        break;
      case 'queue':
        this.queue.onChange(frame);
        break;
      case 'chats':
        this.onChats(frame);
        break;
      case 'message':
      case 'sent':
      case 'typing':
      case 'read':
        this.talks.hear(frame);
        break;
      case 'left':
        this.store.set(withLeft(this.store.get(), frame.chat, frame.since));
        break;
      case 'ended': {
        const { chat, reason, destroyed } = frame;
        this.over(chat, { reason, destroyed });
        break;
      }
      case 'losses':
        this.losses.onLosses(frame);
        break;
      case 'error':
        this.onError(frame);
        break;
      case 'heartbeat':
        break;
    }
  }

  private onChats({ chats, gone }: Extract<DeskServerFrame, { type: 'chats' }>): void {
    const over = this.isNewConnection ? this.talks.missingIn(chats) : gone;
    over.forEach((chat) => this.forget(chat));
    const before = this.store.get();
    const next = withChats(this.isNewConnection ? withNobodyLeft(before) : before, chats, over);
    const fresh = chats.filter(({ chat }) => !this.talks.has(chat));
    fresh.forEach(({ chat }) => this.talks.set(chat, this.talkOf(chat)));
    this.store.set(next);
    const begun = this.isNewConnection ? chats : fresh;
    this.isNewConnection = false;
    begun.forEach(({ chat, seq }) => this.talks.get(chat)?.connected(seq));
    this.look();
  }

  private talkOf(chat: ChatId): ConversationKeeper {
    return new ConversationKeeper({
      me: 'operator',
      send: (message) => this.socket.send({ type: 'send', chat, ...message }),
      typing: (on) => this.socket.send({ type: 'typing', chat, on }),
      read: (seq) => this.socket.send({ type: 'read', chat, seq }),
      upload: (file, onProgress) => this.ports.upload(chat, file, onProgress),
      onSilence: () => this.drop(),
      onChange: (conversation, arrived) => {
        const isSeen = this.sight.isSeen(chat);
        const unseen = arrived !== undefined && !isSeen;
        this.store.set(withConversation(this.store.get(), chat, conversation, unseen));
        if (isSeen) {
          this.look();
        }
        if (arrived !== undefined) {
          this.ports.onAttention();
        }
      },
    });
  }

  private onError(frame: Extract<DeskServerFrame, { type: 'error' }>): void {
    const code = errorCode(frame.code);
    const { chat, id } = frame;
    const talk = chat === undefined ? undefined : this.talks.get(chat);
    // A chat is listed a moment before the server has taken the operator's seat in it.
    const isTooEarly = talk !== undefined && code === 'not-found';
    if (code === 'frame-unknown') {
      // A service of an older version, during an update: it goes on without what it doesn't know.
      return;
    }
    if (chat !== undefined && code === 'scope-lost') {
      this.over(chat, { lost: true });
    } else if (id !== undefined) {
      talk?.onRefused(id, code, frame.retryable || isTooEarly);
    } else if (chat !== undefined && this.ends.refused(chat, isTooEarly)) {
      return;
    } else if (isTooEarly) {
      talk.onReadRefused();
    } else {
      const { accepting } = this.store.get();
      this.store.update({ notice: code, accepting: accepting.filter((each) => each !== chat) });
    }
  }

  private onConnection(connection: Connection): void {
    const now = new Date().toISOString();
    if (connection === 'open') {
      this.ceiling.mended();
      this.store.set(withConnection(this.store.get(), connection, now));
      return;
    }
    this.heart.rest();
    this.ceiling.cut();
    this.talks.forEach((talk) => talk.disconnected());
    // Whether an acceptance arrived is not known after a cut; the next lists tell.
    this.store.set({ ...withConnection(this.store.get(), connection, now), accepting: [] });
    this.ends.cut();
  }

  private drop(): void {
    this.socket.drop();
    this.ports.onSilence();
  }

  private over(chat: ChatId, ending: Ending): void {
    this.store.set(withEnding(this.store.get(), chat, ending));
    this.forget(chat);
  }

  private hide(): void {
    [...this.talks.keys()].forEach((chat) => this.forget(chat));
    this.store.set(withNobody(this.store.get()));
  }

  private forget(chat: ChatId): void {
    this.talks.forget(chat);
    this.drafts.delete(chat);
    this.ends.ended(chat);
  }
}
