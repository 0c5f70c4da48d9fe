import { fill, plural } from '../../text/catalogue';
import { dateAndTime } from '../../text/format';
import type { DeskTab } from '../state/desk-model';
import type { Suite } from '../transport/suite';
import { ChatReceipt } from './chat-receipt';
import { useTexts } from './context';
import { Numbered } from './numbered';

interface Props {
  readonly tab: Extract<DeskTab, { kind: 'over' }>;
  readonly suite: Pick<Suite, 'ask'>;
  readonly onDismiss: () => void;
}

/** All that is left of a chat: how it ended, how much was destroyed, and the numbers of its receipt and of its letters. */
export function OverPane({ tab, suite, onDismiss }: Props) {
  const all = useTexts();
  const { language } = all;
  const { chat: texts } = all.messages;
  const { destroyed, reason, lost } = tab.ending;
  return (
    <section
      class="over"
      role="status"
      data-testid={lost ? 'chat-lost' : 'chat-destroyed'}
      data-chat={tab.chat}
    >
      <h2>{lost ? texts.lost : texts.over}</h2>
      {reason !== undefined && <p>{texts.reasons[reason]}</p>}
      {lost ? (
        <p>{all.words.lost}</p>
      ) : destroyed === undefined ? (
        <p>{texts.destroyedUncounted}</p>
      ) : (
        <ul>
          <li data-testid="destroyed-at">
            {fill(all.words.destroyedAt, { when: dateAndTime(destroyed.at, language) })}
          </li>
          <li data-testid="destroyed-messages">
            {plural(texts.destroyedMessages, destroyed.messages, language)}
          </li>
          <li data-testid="destroyed-files">
            {plural(texts.destroyedFiles, destroyed.files, language)}
          </li>
        </ul>
      )}
      {destroyed?.receipt !== undefined && (
        <ChatReceipt receipt={destroyed.receipt} suite={suite} />
      )}
      {destroyed?.reference !== undefined && (
        <Numbered sentence={all.words.reference} place="reference" number={destroyed.reference} />
      )}
      <button type="button" class="primary" data-testid="chat-dismiss" onClick={onDismiss}>
        {texts.dismiss}
      </button>
    </section>
  );
}
