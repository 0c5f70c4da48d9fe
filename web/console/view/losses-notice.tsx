import { fill, plural } from '../../text/catalogue';
import { dateAndTime } from '../../text/format';
import type { Losses } from '../state/desk-model';
import { useTexts } from './context';

interface Props {
  readonly losses: Losses | undefined;
  readonly onClose: () => void;
}

/**
 * What the account lost within the last day. The region is always there, so that a notice is announced when
 * it comes; numbers that change in it are not read again and again.
 */
export function LossesNotice({ losses, onClose }: Props) {
  const { messages } = useTexts();
  return (
    <div class={losses === undefined ? '' : 'notice losses'} data-testid="desk-losses">
      <div role="status">{losses !== undefined && <h2>{messages.losses.title}</h2>}</div>
      {losses !== undefined && (
        <section aria-label={messages.losses.title}>
          <Lines losses={losses} />
          <button type="button" class="link" data-testid="losses-close" onClick={onClose}>
            {messages.app.close}
          </button>
        </section>
      )}
    </div>
  );
}

function Lines({ losses: { letters, chats } }: { readonly losses: Losses }) {
  const { language, messages } = useTexts();
  const texts = messages.losses;
  const last = (instant: string) => fill(texts.last, { time: dateAndTime(instant, language) });
  return (
    <ul>
      {chats !== undefined && (
        <li data-testid="lost-chats">
          {plural(texts.chats, chats.count, language)}{' '}
          {chats.waited > 0 && `${plural(texts.waited, chats.waited, language)} `}
          <span class="faint">
            {last(chats.last)} <code>scope-lost</code>
          </span>
        </li>
      )}
      {letters.map(({ kind, reason, count, last: at }) => (
        <li key={`${kind ?? ''} ${reason}`} data-testid="lost-letters">
          {plural(texts.kinds[kind ?? 'other'], count, language)}: {texts.reasons[reason]}{' '}
          <span class="faint">
            {last(at)} <code>{reason}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
