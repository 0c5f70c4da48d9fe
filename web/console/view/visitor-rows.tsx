import { useState } from 'preact/hooks';
import type { VisitId, VisitorView } from '../../protocol/generated';
import type { ConsoleMessages } from '../messages/en';
import type { VisitorsKeeper } from '../state/visitors';
import { Elapsed } from './clock';
import { useTexts } from './context';
import { memo } from './memo';
import { pieces, type Sight } from './rows-in-sight';
import { placeOf, systemOf } from './visitor-facts';

/** The row of the heads is the table's first one. */
const HEAD_ROWS = 1;

interface Props {
  readonly list: readonly VisitorView[];
  readonly selected: VisitId | undefined;
  readonly sight: Sight;
  readonly keeper: VisitorsKeeper;
}

/** The visitors in sight; the others have their place in the table, and no row until they are. */
export function VisitorRows({ list, selected, sight, keeper }: Props) {
  const [focused, setFocused] = useState<VisitId>();
  // Where the focus is, or goes back to from the drawer.
  const held = focused ?? selected;
  const also = held === undefined ? -1 : list.findIndex(({ visit }) => visit === held);
  let next = 0;
  return (
    <tbody
      onFocusIn={({ target }) => setFocused(visitOf(target))}
      onFocusOut={() => setFocused(undefined)}
      onClick={({ target }) => {
        const visit = visitOf(target);
        if (visit !== undefined) {
          keeper.select(visit);
        }
      }}
    >
      {pieces(list.length, sight, also).map((piece) => {
        if ('gap' in piece) {
          const from = next;
          next += piece.gap;
          const key = from === 0 ? 'above' : next === list.length ? 'below' : 'between';
          return <Gap key={key} pixels={piece.gap * sight.rowPixels} />;
        }
        next = piece.row + 1;
        const visitor = list[piece.row];
        return (
          visitor !== undefined && (
            <Row
              key={visitor.visit}
              visitor={visitor}
              index={piece.row + 1 + HEAD_ROWS}
              isSelected={visitor.visit === selected}
            />
          )
        );
      })}
    </tbody>
  );
}

function Gap({ pixels }: { readonly pixels: number }) {
  return (
    <tr class="gap" aria-hidden="true">
      <td colSpan={5} style={{ height: `${pixels}px` }} />
    </tr>
  );
}

interface RowProps {
  readonly visitor: VisitorView;
  /** Its place in the whole table, from 1. */
  readonly index: number;
  readonly isSelected: boolean;
}

const Row = memo(({ visitor, index, isSelected }: RowProps) => {
  const { visitors: texts } = useTexts().messages;
  const { visit, title, url, leaving, since } = visitor;
  return (
    <tr
      data-row
      data-testid="visitor-row"
      data-visit={visit}
      class={isSelected ? 'selected' : ''}
      aria-rowindex={index}
    >
      <td>
        <button
          type="button"
          class="open clipped"
          data-testid="visitor-open"
          aria-label={`${texts.open}: ${title ?? url}`}
        >
          <bdi>{title ?? url}</bdi>
        </button>
        <bdi class="faint clipped">{url}</bdi>
      </td>
      <td>{placeOf(visitor)}</td>
      <td>{systemOf(visitor)}</td>
      <td class="number">{!leaving && <Elapsed since={since} />}</td>
      <td>
        <span class={`state ${stateOf(visitor)}`}>{texts[stateOf(visitor)]}</span>
      </td>
    </tr>
  );
});

function visitOf(target: EventTarget | null): VisitId | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row?.dataset['visit'];
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
