import { useState } from 'preact/hooks';
import type { FailureCode } from '../../protocol/errors';
import type { ChatReceiptId } from '../../protocol/generated';
import { saveChatReceipt } from '../../transport/receipts';
import type { Suite } from '../transport/suite';
import { problemText, useTexts } from './context';
import { Numbered } from './numbered';

interface Props {
  readonly receipt: ChatReceiptId;
  readonly suite: Pick<Suite, 'ask'>;
}

/** The number of the receipt for a chat that is over, and a way to keep what is signed. */
export function ChatReceipt({ receipt, suite }: Props) {
  const texts = useTexts();
  const { messages, words } = texts;
  const [problem, setProblem] = useState<FailureCode>();
  const keep = (): void => {
    void saveChatReceipt((operation) => suite.ask(operation), receipt).then(setProblem);
  };
  return (
    <>
      <Numbered sentence={words.receiptOfChat} place="receipt" number={receipt} />
      <button type="button" class="plain" data-testid="receipt-save" onClick={keep}>
        {messages.privacy.save}
      </button>
      <p class="problem" role="alert" data-testid="receipt-problem">
        {problem === undefined ? '' : problemText(texts, problem)}
      </p>
    </>
  );
}
