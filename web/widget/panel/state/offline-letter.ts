import type { MessageLeft, OfflineMessage } from '../../../protocol/generated';
import { newClientMessageId } from '../../../protocol/message-id';
import type { Result } from '../../../transport/http';

type Written = Omit<OfflineMessage, 'account' | 'id'>;

/** The message that is left when nobody is there; a second try is the same message. */
export class OfflineLetter {
  private id = newClientMessageId();

  constructor(
    private readonly post: (
      message: Omit<OfflineMessage, 'account'>,
    ) => Promise<Result<MessageLeft>>,
  ) {}

  async leave(written: Written): Promise<Result<MessageLeft>> {
    const answer = await this.post({ id: this.id, ...written });
    if (answer.ok) {
      this.id = newClientMessageId();
    }
    return answer;
  }
}
