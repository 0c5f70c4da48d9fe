import type { Conversation, Ending, ChatMessage } from '../../../conversation/conversation';
import { ConversationKeeper } from '../../../conversation/conversation-keeper';
import { errorCode, type FailureCode } from '../../../protocol/errors';
import type {
  ChatClientFrame,
  ChatServerFrame,
  ChatState,
  ErrorCode,
} from '../../../protocol/generated';
import type { Upload } from '../../../transport/files';
import { Ceiling } from '../../../transport/ceiling';
import type { Result } from '../../../transport/http';
import type { Connection, FrameSocket, SocketEvents } from '../../../transport/socket';
import type { ChatAccess } from './tab-memory';

export type ChatSocket = FrameSocket<ChatClientFrame>;
export type ChatSocketEvents = SocketEvents<ChatClientFrame, ChatServerFrame>;

export interface StateDetails {
  readonly position?: number;
  readonly operator?: string;
}

export interface ChatPorts {
  readonly socket: (chat: ChatAccess, events: ChatSocketEvents) => ChatSocket;
  readonly upload: (chat: ChatAccess, file: File, onProgress: (done: number) => void) => Upload;
  readonly end: (chat: ChatAccess) => Promise<Result<unknown>>;
  readonly onChange: (conversation: Conversation, arrived?: ChatMessage) => void;
  readonly onConnection: (connection: Connection) => void;
  readonly onState: (state: ChatState, more: StateDetails) => void;
  /** The connection was lost for so long that nothing of the chat is shown any more. */
  readonly onHidden: () => void;
  /** The visitor has read up to this message, in whichever tab. */
  readonly onRead: (seq: number) => void;
  /** The server renewed the token. */
  readonly onToken: (chat: ChatAccess) => void;
  readonly onEnded: (ending: Ending) => void;
  readonly onProblem: (code: FailureCode) => void;
}

/** Refusals that mean: there is no such chat any more. */
const GONE: readonly FailureCode[] = [
  'chat-ended',
  'scope-destroyed',
  'not-found',
  'token-invalid',
];

/** The visitor's side of one chat, from the answer to "may I chat?" to its end. */
export class ChatKeeper {
  readonly talk: ConversationKeeper;
  private readonly socket: ChatSocket;
  private readonly ceiling = new Ceiling(() => {
    this.talk.forget();
    this.ports.onHidden();
  });
  private over = false;

  constructor(
    private access: ChatAccess,
    private readonly ports: ChatPorts,
  ) {
    this.talk = new ConversationKeeper({
      me: 'visitor',
      send: (message) => this.socket.send({ type: 'send', ...message }),
      typing: (on) => this.socket.send({ type: 'typing', on }),
      read: (seq) => this.socket.send({ type: 'read', seq }),
      upload: (file, onProgress) => ports.upload(this.access, file, onProgress),
      onChange: ports.onChange,
      onSilence: () => this.drop(),
    });
    this.socket = ports.socket(access, {
      hello: () => ({ type: 'hello', token: this.access.token, after: this.talk.current.upTo }),
      onFrame: (frame) => this.onFrame(frame),
      onConnection: (connection) => this.onConnection(connection),
      onRefused: (code) => this.onRefused(code),
    });
  }

  get chat(): ChatAccess {
    return this.access;
  }

  start(): void {
    this.socket.start();
  }

  async end(): Promise<void> {
    if (this.socket.send({ type: 'end' })) {
      return;
    }
    const result = await this.ports.end(this.access);
    if (!result.ok) {
      this.onRefused(result.code);
    }
  }

  drop(): void {
    this.socket.drop();
  }

  stop(): void {
    this.over = true;
    this.talk.stop();
    this.socket.close();
    this.ceiling.mended();
  }

  private onFrame(frame: ChatServerFrame): void {
    switch (frame.type) {
      case 'ready':
        this.onReady(frame);
        break;
      case 'message': {
        const { type: _type, ...message } = frame;
        this.talk.onMessage(message);
        break;
      }
      case 'sent':
        this.talk.onSent(frame);
        break;
      case 'typing':
        this.talk.onTyping(frame.from, frame.on);
        break;
      case 'read':
        this.talk.onRead(frame.from, frame.seq);
        if (frame.from === 'visitor') {
          this.ports.onRead(frame.seq);
        }
        break;
      case 'state':
        this.onState(frame.state, frame);
        break;
      case 'ended': {
        const { type: _type, ...ending } = frame;
        this.finish(ending);
        break;
      }
      case 'error':
        this.onError(errorCode(frame.code), frame.retryable, frame.id);
        break;
    }
  }

  private onReady(frame: Extract<ChatServerFrame, { type: 'ready' }>): void {
    if (frame.token !== undefined) {
      this.access = { ...this.access, token: frame.token };
      this.ports.onToken(this.access);
    }
    this.onState(frame.state, frame);
    if (!this.over) {
      this.talk.connected(frame.seq);
    }
  }

  private onState(state: ChatState, details: StateDetails): void {
    if (state === 'ended') {
      this.finish({});
    } else {
      this.ports.onState(state, details);
    }
  }

  private onConnection(connection: Connection): void {
    if (connection === 'open') {
      this.ceiling.mended();
    } else {
      this.ceiling.cut();
      this.talk.disconnected();
    }
    if (!this.over) {
      this.ports.onConnection(connection);
    }
  }

  private onError(code: ErrorCode, forNow: boolean, id: string | undefined): void {
    if (code === 'frame-unknown') {
      // A service of an older version, during an update: it goes on without what it doesn't know.
      return;
    }
    if (id === undefined) {
      this.ports.onProblem(code);
    } else {
      this.talk.onRefused(id, code, forNow);
    }
  }

  private onRefused(code: FailureCode): void {
    if (code === 'scope-lost') {
      this.finish({ lost: true });
    } else if (GONE.includes(code)) {
      this.finish({});
    } else {
      this.ports.onProblem(code);
    }
  }

  private finish(ending: Ending): void {
    if (!this.over) {
      this.stop();
      this.ports.onEnded(ending);
    }
  }
}
