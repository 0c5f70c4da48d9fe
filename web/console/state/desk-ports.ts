import type {
  ChatId,
  DeskClientFrame,
  DeskServerFrame,
  Ended,
  ErrorCode,
} from '../../protocol/generated';
import type { Upload } from '../../transport/files';
import type { Result } from '../../transport/http';
import type { FrameSocket, SocketEvents } from '../../transport/socket';

export type DeskEvents = SocketEvents<DeskClientFrame, DeskServerFrame>;
export type DeskSocket = FrameSocket<DeskClientFrame>;

/** What the desk stands on; the tests put others there. */
export interface DeskPorts {
  readonly socket: (events: DeskEvents) => DeskSocket;
  readonly token: () => Promise<string>;
  readonly upload: (chat: ChatId, file: File, onProgress: (done: number) => void) => Upload;
  readonly end: (chat: ChatId) => Promise<Result<Ended>>;
  readonly onRefused: (code: ErrorCode) => void;
  /** Nothing comes through any more, although the connection looks open. */
  readonly onSilence: () => void;
  /** Somebody waits or wrote: the moment for a sound. */
  readonly onAttention: () => void;
}
