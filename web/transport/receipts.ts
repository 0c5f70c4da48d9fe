import type { FailureCode } from '../protocol/errors';
import {
  getChatReceipt,
  type ChatReceiptId,
  type ChatReceiptView,
  type SignedReceipt,
} from '../protocol/generated';
import type { Operation } from '../protocol/wire';
import { save } from './files';
import type { Result } from './http';

type Ask = (operation: Operation<ChatReceiptView>) => Promise<Result<ChatReceiptView>>;

/** Fetches the receipt of a chat that is over and keeps it; or tells why not. */
export async function saveChatReceipt(
  ask: Ask,
  receipt: ChatReceiptId,
): Promise<FailureCode | undefined> {
  const answer = await ask(getChatReceipt(receipt));
  if (!answer.ok) {
    return answer.code;
  }
  saveReceipt(answer.value);
  return undefined;
}

/** The signed text is what counts, and it verifies without this page. */
export function saveReceipt({
  receipt,
  jws,
}: {
  readonly receipt: string;
  readonly jws: SignedReceipt;
}): void {
  save(jws, 'application/jose', `${receipt}.jws`);
}
