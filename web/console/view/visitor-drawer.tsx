import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../../text/catalogue';
import { clockTime, dateAndTime, duration } from '../../text/format';
import type { Instant } from '../../protocol/generated';
import type { SeenVisitor } from '../state/visitors';
import { useNow } from './clock';
import { useTexts } from './context';
import { Icon } from './icon';
import { pageStays, placeOf, systemOf } from './visitor-facts';

interface Props {
  readonly visitor: SeenVisitor;
  readonly onClose: () => void;
}

/** Everything that is known of one visitor, as long as the visit lasts. */
export function VisitorDrawer({ visitor, onClose }: Props) {
  const { messages } = useTexts();
  const { visitors: texts, app } = messages;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [visitor.visit]);
  return (
    <section
      class="drawer"
      data-testid="visitor-drawer"
      data-visit={visitor.visit}
      aria-labelledby="drawer-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          onClose();
        }
      }}
    >
      <header>
        <h2 id="drawer-title" tabIndex={-1} ref={heading}>
          {texts.details}
        </h2>
        <button
          type="button"
          class="square"
          data-testid="visitor-close"
          aria-label={app.close}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <VisitorFacts visitor={visitor} />
    </section>
  );
}

export function VisitorFacts({ visitor }: { readonly visitor: SeenVisitor }) {
  const { language, messages } = useTexts();
  const { visitors: texts } = messages;
  const now = useNow();
  const facts: readonly (readonly [string, string, string | undefined])[] = [
    ['page', texts.page, visitor.url],
    ['referrer', texts.referrer, visitor.referrer ?? texts.direct],
    ['place', texts.place, placeOf(visitor)],
    ['zip', texts.zip, visitor.zip],
    ['network', texts.network, visitor.network],
    ['address', texts.address, visitor.address],
    ['host', texts.host, visitor.host],
    ['browser', texts.browser, systemOf(visitor)],
    ['device', texts.device, visitor.device],
    ['since', texts.since, dateAndTime(visitor.since, language)],
    ['visit', texts.visit, visitor.visit],
    ['chat', messages.visitors.chat, visitor.chat],
  ];
  const details = Object.entries(visitor.details);
  return (
    <>
      <dl>
        {facts
          .filter(([, , value]) => value !== undefined && value !== '')
          .map(([key, label, value]) => (
            <Fact key={key} testid={`visitor-${key}`} label={label} value={value ?? ''} />
          ))}
      </dl>
      {details.length > 0 && (
        <>
          <h3>{texts.passed}</h3>
          <dl data-testid="visitor-details">
            {details.map(([key, value]) => (
              <Fact
                key={key}
                testid="visitor-detail"
                label={key}
                value={value}
                changedAt={visitor.changedAt?.get(key)}
              />
            ))}
          </dl>
        </>
      )}
      <h3>{texts.trail}</h3>
      <ol class="trail" data-testid="visitor-trail">
        {pageStays(visitor, now).map(({ url, title, millis }, index) => (
          <li key={index}>
            <bdi>{title ?? url}</bdi> <span class="faint number">{duration(millis)}</span>
            <bdi class="faint clipped">{url}</bdi>
          </li>
        ))}
      </ol>
    </>
  );
}

interface FactProps {
  readonly testid: string;
  readonly label: string;
  readonly value: string;
  /** When it came to be so, if that was seen here. */
  readonly changedAt?: Instant | undefined;
}

function Fact({ testid, label, value, changedAt }: FactProps) {
  const { language, messages } = useTexts();
  return (
    <div class={changedAt === undefined ? '' : 'changed'}>
      <dt>
        <bdi>{label}</bdi>
      </dt>
      <dd data-testid={testid}>
        <bdi>{value}</bdi>
        {changedAt !== undefined && (
          <small class="since">
            {fill(messages.visitors.changed, { time: clockTime(changedAt, language) })}
          </small>
        )}
      </dd>
    </div>
  );
}
