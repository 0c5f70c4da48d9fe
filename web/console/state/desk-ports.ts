import type { DeskClientFrame, DeskServerFrame } from '../../protocol/desk-frames';
import type { ErrorCode } from '../../protocol/errors';
import type { ChatId } from '../../protocol/ids';
import type { ChatEnd } from '../../protocol/rest';
import type { Upload } from '../../transport/files';
import type { Result } from '../../transport/http';
import type { ReconnectingSocket, SocketPlan } from '../../transport/socket';

export type DeskPlan = Omit<SocketPlan<DeskServerFrame, DeskClientFrame>, 'url' | 'decode'>;
export type DeskSocket = Pick<
  ReconnectingSocket<DeskServerFrame, DeskClientFrame>,
  'start' | 'send' | 'drop' | 'retryNow' | 'close'
>;

/** What the desk stands on; the tests put others there. */
export interface DeskPorts {
  readonly socket: (plan: DeskPlan) => DeskSocket;
  readonly token: () => Promise<string>;
  readonly upload: (chat: ChatId, file: File, onProgress: (done: number) => void) => Upload;
  readonly end: (chat: ChatId) => Promise<Result<ChatEnd>>;
  readonly onRefused: (code: ErrorCode) => void;
  /** Somebody waits or wrote: the moment for a sound. */
  readonly onAttention: () => void;
}
