import { useRef } from 'preact/hooks';
import type { VisitId } from '../../protocol/generated';
import type { SortKey } from '../state/visitor-order';
import type { VisitorsKeeper, VisitorsModel } from '../state/visitors';
import { useStore, useTexts } from './context';
import { useSight } from './rows-in-sight';
import { VisitorDrawer } from './visitor-drawer';
import { VisitorRows } from './visitor-rows';

interface Props {
  readonly keeper: VisitorsKeeper;
}

export function Visitors({ keeper }: Props) {
  return (
    <div class="visitors">
      <VisitorTable keeper={keeper} />
      <SelectedVisitor keeper={keeper} />
    </div>
  );
}

function VisitorTable({ keeper }: Props) {
  const { visitors: texts } = useTexts().messages;
  const model = useStore(keeper.store);
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(box);
  const columns = [
    ['page', texts.page],
    ['place', texts.place],
    ['browser', texts.browser],
    ['since', texts.time],
  ] as const satisfies readonly (readonly [SortKey, string])[];
  return (
    <div class="table-box" ref={box}>
      <table
        data-testid="visitors-list"
        aria-label={texts.title}
        aria-rowcount={model.list.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(([key, label]) => (
              <th key={key} scope="col" aria-sort={sortOf(model, key)}>
                <button
                  type="button"
                  class="head"
                  data-testid={`sort-${key}`}
                  onClick={() => keeper.sort(key)}
                >
                  {label}
                </button>
              </th>
            ))}
            <th scope="col">{texts.status}</th>
          </tr>
        </thead>
        <VisitorRows list={model.list} selected={model.selected} sight={sight} keeper={keeper} />
      </table>
      {model.list.length === 0 && model.isPresent && <p class="faint lonely">{texts.empty}</p>}
    </div>
  );
}

function SelectedVisitor({ keeper }: Props) {
  const selected = useStore(keeper.store, selectedOf);
  if (selected === undefined) {
    return null;
  }
  return (
    <VisitorDrawer
      visitor={selected}
      onClose={() => {
        keeper.select(undefined);
        focusRow(selected.visit);
      }}
    />
  );
}

function selectedOf({ selected, visitors }: VisitorsModel) {
  return selected === undefined ? undefined : visitors.get(selected);
}

function sortOf({ sortBy, descending }: VisitorsModel, key: SortKey) {
  return sortBy === key ? (descending ? 'descending' : 'ascending') : 'none';
}

/** Back to where the drawer was opened from: that row is drawn as long as the drawer is there. */
function focusRow(visit: VisitId): void {
  document.querySelector<HTMLElement>(`tr[data-visit="${visit}"] button`)?.focus();
}
