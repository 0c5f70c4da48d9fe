import type { ChatId, FileView } from '../../protocol/generated';
import type { Operation } from '../../protocol/wire';
import { download, upload, type Upload } from '../../transport/files';
import { call, type Result } from '../../transport/http';
import type { SignIn } from './sign-in';

const SIGNED_OUT = { ok: false, code: 'token-invalid', retryable: false } as const;

/** The REST side, as the console uses it; every call carries a fresh access token. */
export class Suite {
  constructor(
    private readonly signIn: Pick<SignIn, 'token' | 'renew'>,
    readonly origin: string = location.origin,
  ) {}

  /** A token that the service does not take, though it looked good here, is renewed once. */
  async ask<T>(operation: Operation<T>): Promise<Result<T>> {
    try {
      const first = await call(this.origin, operation, await this.signIn.token());
      const mayHelp = !first.ok && first.code === 'token-invalid' && (await this.signIn.renew());
      return mayHelp ? await call(this.origin, operation, await this.signIn.token()) : first;
    } catch {
      return SIGNED_OUT;
    }
  }

  upload(chat: ChatId, file: File, onProgress: (fraction: number) => void): Upload {
    let cancelled = false;
    let transfer: Upload | undefined;
    const start = async (): Promise<Result<FileView>> => {
      const token = await this.signIn.token();
      if (cancelled) {
        return { ok: false, code: 'cancelled', retryable: false };
      }
      transfer = upload(this.origin, token, chat, file, onProgress);
      return transfer.done;
    };
    return {
      done: start().catch(() => SIGNED_OUT),
      cancel: () => {
        cancelled = true;
        transfer?.cancel();
      },
    };
  }

  async download(chat: ChatId, file: FileView): Promise<Result<unknown>> {
    return download(this.origin, await this.signIn.token(), chat, file);
  }
}
