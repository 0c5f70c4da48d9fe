import type { ChatId, FileView } from '../../protocol/generated';
import type { Operation } from '../../protocol/wire';
import { fetchFile, upload, type Upload } from '../../transport/files';
import { call, type Result } from '../../transport/http';
import { SignedOut, type SignIn } from './sign-in';

/** Why there is no token to call with. */
function without(failure: unknown): Result<never> {
  return failure instanceof SignedOut
    ? { ok: false, code: 'token-invalid', retryable: false }
    : { ok: false, code: 'unavailable', retryable: true };
}

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
      if (first.ok || first.code !== 'token-invalid') {
        return first;
      }
      await this.signIn.renew();
      return await call(this.origin, operation, await this.signIn.token());
    } catch (failure) {
      return without(failure);
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
      done: start().catch(without),
      cancel: () => {
        cancelled = true;
        transfer?.cancel();
      },
    };
  }

  async fetchFile(chat: ChatId, file: FileView): Promise<Result<Blob>> {
    try {
      return await fetchFile(this.origin, await this.signIn.token(), chat, file);
    } catch (failure) {
      return without(failure);
    }
  }
}
