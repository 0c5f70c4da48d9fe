import { useEffect } from 'preact/hooks';
import type { DataMap, Row } from '../../../protocol/generated';
import type { Loader } from '../../state/privacy/loaded';
import { problemText, useStore } from '../context';
import { exactSpan, usePrivacyTexts } from './texts';

/** What the service may hold of anybody, and until when: the data map as tables. */
export function MapPart({ map }: { readonly map: Loader<DataMap> }) {
  const texts = usePrivacyTexts();
  const { map: words, erasure } = texts.privacy;
  const loaded = useStore(map.store);
  useEffect(() => void map.load(), [map]);
  return (
    <section data-testid="data-map" data-state={loaded.kind}>
      <h2>{words.title}</h2>
      <p class="faint">{words.intro}</p>
      {loaded.kind === 'loading' && <p role="status">{words.loading}</p>}
      {loaded.kind === 'failed' && (
        <p class="problem" role="alert">
          {problemText(texts, loaded.problem)}{' '}
          <button type="button" class="link" onClick={() => void map.load()}>
            {erasure.again}
          </button>
        </p>
      )}
      {loaded.kind === 'there' && <Tables map={loaded.value} />}
    </section>
  );
}

function Tables({ map }: { readonly map: DataMap }) {
  const { language, privacy } = usePrivacyTexts();
  const words = privacy.map;
  return (
    <>
      <div class="table-box wide" tabIndex={0} role="region" aria-label={words.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.contents}</th>
              <th scope="col">{words.destroyed}</th>
              <th scope="col">{words.lifetime}</th>
              <th scope="col">{words.ceiling}</th>
            </tr>
          </thead>
          <tbody>
            {map.categories.map((row) => (
              <Category key={row.category} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {language !== 'en' && <p class="faint">{words.inEnglish}</p>}
      <h3>{words.topics}</h3>
      <p class="faint">{words.topicsMore}</p>
      <div class="table-box wide" tabIndex={0} role="region" aria-label={words.topics}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.topic}</th>
              <th scope="col">{words.personal}</th>
              <th scope="col">{words.time}</th>
            </tr>
          </thead>
          <tbody>
            {map.topics.map(({ topic, personalData, retention }) => (
              <tr key={topic}>
                <th scope="row">
                  <bdi>{topic}</bdi>
                </th>
                <td>{personalData ? words.some : words.none}</td>
                <td>{retention === undefined ? words.forGood : exactSpan(retention, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What this page has no words for stands as the service tells it. */
function Category({ row }: { readonly row: Row }) {
  const { language, privacy } = usePrivacyTexts();
  const words = privacy.map;
  const names: Readonly<Partial<Record<string, string>>> = words.categories;
  const when: Readonly<Partial<Record<string, string>>> = words.when;
  const span = (iso: string | undefined, without: string): string =>
    iso === undefined ? without : exactSpan(iso, language);
  return (
    <tr data-testid="data-map-row" data-category={row.category}>
      <th scope="row">{names[row.category] ?? row.category}</th>
      <td lang="en" dir="ltr">
        {row.contents.join('; ')}
      </td>
      <td>{when[row.category] ?? <span lang="en">{row.destroyed}</span>}</td>
      <td>{span(row.lifetime, words.kept)}</td>
      <td>{span(row.ceiling, words.noLimit)}</td>
    </tr>
  );
}
