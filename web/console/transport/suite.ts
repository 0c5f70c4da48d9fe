import type { FileInfo } from '../../protocol/chat-frames';
import type { ChatId, FileId, ReceiptId } from '../../protocol/ids';
import type {
  AccountSettings,
  ChatEnd,
  Discovery,
  ErasureRequest,
  ErasureStatus,
  Receipt,
} from '../../protocol/rest';
import { download, upload, type Upload } from '../../transport/files';
import { call, type Call, type Result } from '../../transport/http';
import type { KeySet } from './receipt-check';
import type { SignIn } from './sign-in';

/** The REST side, as the console uses it; every call carries a fresh access token. */
export class Suite {
  constructor(
    private readonly signIn: Pick<SignIn, 'token' | 'renew'>,
    private readonly origin: string = location.origin,
  ) {}

  url(path: string): URL {
    return new URL(path, this.origin);
  }

  account(): Promise<Result<AccountSettings>> {
    return this.ask('v1/account');
  }

  saveAccount(
    settings: AccountSettings,
    etag: string,
  ): Promise<Result<AccountSettings | undefined>> {
    return this.ask('v1/account', { method: 'PUT', body: settings, ifMatch: etag });
  }

  discovery(): Promise<Result<Discovery>> {
    return call(this.url('discovery'));
  }

  requestErasure(body: ErasureRequest): Promise<Result<unknown>> {
    return this.ask('requests', { method: 'POST', body });
  }

  erasure(id: string): Promise<Result<ErasureStatus>> {
    return this.ask(`requests/${encodeURIComponent(id)}`);
  }

  receipt(id: ReceiptId): Promise<Result<Receipt>> {
    return this.ask(`v1/receipts/${encodeURIComponent(id)}`);
  }

  keySet(): Promise<Result<KeySet>> {
    return call(this.url('.well-known/jwks.json'));
  }

  endChat(chat: ChatId): Promise<Result<ChatEnd>> {
    return this.ask(`v1/chats/${encodeURIComponent(chat)}/end`, { method: 'POST' });
  }

  upload(chat: ChatId, file: File, onProgress: (fraction: number) => void): Upload {
    let cancelled = false;
    let transfer: Upload | undefined;
    const start = async (): Promise<Result<FileInfo>> => {
      const token = await this.signIn.token();
      if (cancelled) {
        return { ok: false, code: 'cancelled', retryable: false };
      }
      transfer = upload(this.url(`v1/chats/${chat}/files`), token, file, onProgress);
      return transfer.done;
    };
    return {
      done: start().catch(() => ({ ok: false, code: 'token-invalid', retryable: false })),
      cancel: () => {
        cancelled = true;
        transfer?.cancel();
      },
    };
  }

  async download(chat: ChatId, file: FileId, name: string): Promise<Result<undefined>> {
    const token = await this.signIn.token();
    return download(this.url(`v1/chats/${chat}/files/${file}`), token, name);
  }

  /** A token that the service does not take, though it looked good here, is renewed once. */
  private async ask<T>(path: string, options: Call = {}): Promise<Result<T>> {
    try {
      const first = await call<T>(this.url(path), {
        ...options,
        token: await this.signIn.token(),
      });
      const mayHelp = !first.ok && first.code === 'token-invalid' && (await this.signIn.renew());
      return mayHelp
        ? await call<T>(this.url(path), { ...options, token: await this.signIn.token() })
        : first;
    } catch {
      return { ok: false, code: 'token-invalid', retryable: false };
    }
  }
}
