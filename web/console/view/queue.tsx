import { fill } from '../../text/catalogue';
import { duration } from '../../text/format';
import type { QueuedChat } from '../../protocol/generated';
import type { Desk } from '../state/session';
import type { VisitorsKeeper } from '../state/visitors';
import { useNow } from './clock';
import { useStore, useTexts } from './context';

export function Queue({ desk }: { readonly desk: Desk }) {
  const { queue: texts } = useTexts().messages;
  const { queue, accepting, connection } = useStore(desk.keeper.store);
  return (
    <aside class="queue" aria-labelledby="queue-title">
      <h2 id="queue-title">
        {texts.title} <span class="count">{queue.length}</span>
      </h2>
      {queue.length === 0 && connection === 'open' && <p class="faint">{texts.empty}</p>}
      <p class="spoken" role="status">
        {queue.length > 0 && `${texts.title} ${queue.length}: ${queue.at(-1)?.name ?? ''}`}
      </p>
      <ul data-testid="queue">
        {queue.map((item) => (
          <Waiting
            key={item.chat}
            item={item}
            visitors={desk.visitors}
            busy={accepting.includes(item.chat) || connection !== 'open'}
            onAccept={() => desk.keeper.accept(item.chat)}
          />
        ))}
      </ul>
    </aside>
  );
}

interface WaitingProps {
  readonly item: QueuedChat;
  readonly visitors: VisitorsKeeper;
  readonly busy: boolean;
  readonly onAccept: () => void;
}

function Waiting({ item, visitors, busy, onAccept }: WaitingProps) {
  const { queue, visitors: texts } = useTexts().messages;
  const isLeaving = useStore(visitors.store, (it) => it.visitors.get(item.visit)?.leaving === true);
  const waited = duration(useNow() - Date.parse(item.since));
  return (
    <li data-testid="queue-item" data-chat={item.chat} data-visit={item.visit}>
      <strong dir="auto">{item.name}</strong>
      <span class="faint">{fill(queue.waited, { time: waited })}</span>
      {isLeaving && <span data-testid="queue-leaving">{texts.leaving}</span>}
      {item.question !== undefined && (
        <p class="clipped" dir="auto">
          {item.question}
        </p>
      )}
      <button
        type="button"
        class="primary"
        data-testid="queue-accept"
        disabled={busy}
        onClick={onAccept}
      >
        {queue.accept}
      </button>
    </li>
  );
}
