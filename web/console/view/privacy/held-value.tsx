import type { ComponentChildren } from 'preact';
import { dateAndTime, number } from '../../../text/format';
import { usePrivacyTexts } from './texts';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What a site passed has names of its own, which are not ours to translate. */
const OF_THE_SITE = 'details';

/** Whatever is held, as it is, with the names of fields in words where there are some. */
export function HeldValue({ value, named }: { readonly value: unknown; readonly named: string }) {
  const { language, privacy } = usePrivacyTexts();
  const { yes, no } = privacy.access;
  if (Array.isArray(value)) {
    return (
      <ol>
        {value.map((each: unknown, index) => (
          <li key={index}>
            <HeldValue value={each} named={named} />
          </li>
        ))}
      </ol>
    );
  }
  switch (typeof value) {
    case 'object':
      return value === null ? null : <HeldFields fields={value} named={named} />;
    case 'boolean':
      return <>{value ? yes : no}</>;
    case 'number':
      return <>{number(value, language)}</>;
    case 'string':
      return INSTANT.test(value) ? (
        <>{dateAndTime(value, language)}</>
      ) : (
        <bdi class="written">{value}</bdi>
      );
    default:
      return null;
  }
}

export function HeldFields({ fields, named = '' }: { readonly fields: object; named?: string }) {
  const { privacy } = usePrivacyTexts();
  const labels: Readonly<Partial<Record<string, string>>> = privacy.access.fields;
  const label = (name: string): ComponentChildren =>
    named === OF_THE_SITE ? <bdi>{name}</bdi> : (labels[name] ?? <bdi>{name}</bdi>);
  return (
    <dl>
      {(Object.entries(fields) as [string, unknown][])
        .filter(([, value]) => !isEmpty(value))
        .map(([name, value]) => (
          <div key={name}>
            <dt>{label(name)}</dt>
            <dd>
              <HeldValue value={value} named={name} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
