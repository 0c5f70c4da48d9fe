import { duration } from '../../text/format';
import type { VisitId, VisitorView } from '../../protocol/generated';
import type { ConsoleMessages } from '../messages/en';
import { sorted, type SortKey, type VisitorsKeeper } from '../state/visitors';
import { useNow, useStore, useTexts } from './context';
import { placeOf, systemOf } from './visitor-facts';
import { VisitorDrawer } from './visitor-drawer';

export function Visitors({ keeper }: { readonly keeper: VisitorsKeeper }) {
  const { visitors: texts } = useTexts().messages;
  const model = useStore(keeper.store);
  const now = useNow();
  const list = sorted(model);
  const selected = model.selected === undefined ? undefined : model.visitors.get(model.selected);
  const columns = [
    ['page', texts.page],
    ['place', texts.place],
    ['browser', texts.browser],
    ['since', texts.time],
  ] as const satisfies readonly (readonly [SortKey, string])[];
  return (
    <div class="visitors">
      <div class="table-box">
        <table data-testid="visitors-list" aria-label={texts.title}>
          <thead>
            <tr>
              {columns.map(([key, label]) => (
                <SortableHead key={key} by={key} label={label} keeper={keeper} />
              ))}
              <th scope="col">{texts.status}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((visitor) => (
              <Row
                key={visitor.visit}
                visitor={visitor}
                time={visitor.leaving ? '' : duration(now - Date.parse(visitor.since))}
                selected={visitor.visit === model.selected}
                onOpen={() => keeper.select(visitor.visit)}
              />
            ))}
          </tbody>
        </table>
        {list.length === 0 && model.isPresent && <p class="faint lonely">{texts.empty}</p>}
      </div>
      {selected !== undefined && (
        <VisitorDrawer
          visitor={selected}
          onClose={() => {
            keeper.select(undefined);
            focusRow(selected.visit);
          }}
        />
      )}
    </div>
  );
}

function SortableHead(props: {
  readonly by: SortKey;
  readonly label: string;
  readonly keeper: VisitorsKeeper;
}) {
  const { sortBy, descending } = useStore(props.keeper.store);
  const sort = sortBy === props.by ? (descending ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" aria-sort={sort}>
      <button
        type="button"
        class="head"
        data-testid={`sort-${props.by}`}
        onClick={() => props.keeper.sort(props.by)}
      >
        {props.label}
      </button>
    </th>
  );
}

function Row(props: {
  readonly visitor: VisitorView;
  readonly time: string;
  readonly selected: boolean;
  readonly onOpen: () => void;
}) {
  const { visitors: texts } = useTexts().messages;
  const { visitor } = props;
  return (
    <tr
      data-testid="visitor-row"
      data-visit={visitor.visit}
      class={props.selected ? 'selected' : ''}
      onClick={props.onOpen}
    >
      <td>
        <button
          type="button"
          class="open"
          data-testid="visitor-open"
          aria-label={`${texts.open}: ${visitor.title ?? visitor.url}`}
        >
          <bdi>{visitor.title ?? visitor.url}</bdi>
        </button>
        <bdi class="faint clipped">{visitor.url}</bdi>
      </td>
      <td>{placeOf(visitor)}</td>
      <td>{systemOf(visitor)}</td>
      <td class="number">{props.time}</td>
      <td>
        <span class={`state ${stateOf(visitor)}`}>{texts[stateOf(visitor)]}</span>
      </td>
    </tr>
  );
}

/** Back to where the drawer was opened from. */
function focusRow(visit: VisitId): void {
  document.querySelector<HTMLElement>(`[data-visit="${visit}"] button`)?.focus();
}

type VisitorState = keyof Pick<
  ConsoleMessages['visitors'],
  'leaving' | 'chatting' | 'waiting' | 'browsing'
>;

function stateOf({ leaving, chat, operator }: VisitorView): VisitorState {
  if (leaving) {
    return 'leaving';
  }
  if (chat === undefined) {
    return 'browsing';
  }
  return operator === undefined ? 'waiting' : 'chatting';
}
