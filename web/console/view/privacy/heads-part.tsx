import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../../text/catalogue';
import { dateAndTime, number } from '../../../text/format';
import { save } from '../../../transport/files';
import type { HeadView } from '../../../protocol/generated';
import type { HeadsKeeper, Verdict } from '../../state/privacy/heads';
import { problemText, useStore } from '../context';
import { usePrivacyTexts, type PrivacyTexts } from './texts';

/** The newest signed head of the ledger's tree, and whether it has only grown. */
export function HeadsPart({ keeper }: { readonly keeper: HeadsKeeper }) {
  const texts = usePrivacyTexts();
  const words = texts.privacy.tree;
  const { busy, newest, isSigned = false, verdict, problem } = useStore(keeper.store);
  useEffect(() => void keeper.load(), [keeper]);
  return (
    <section data-testid="heads" aria-busy={busy}>
      <h2>{words.title}</h2>
      <p class="faint">{words.intro}</p>
      <p role="status">{busy && words.loading}</p>
      {problem !== undefined && (
        <p class="problem" role="alert" data-testid="heads-problem">
          {problemText(texts, problem)}
        </p>
      )}
      {newest !== undefined && <Newest head={newest} isSigned={isSigned} />}
      <div class="actions">
        <button
          type="button"
          class="plain"
          data-testid="heads-again"
          onClick={() => void keeper.load()}
        >
          {words.again}
        </button>
      </div>
      <Comparison keeper={keeper} />
      <div role="status">
        {verdict !== undefined && (
          <p
            class={verdict.kind === 'grown' || verdict.kind === 'same' ? 'good' : 'problem'}
            data-testid="heads-verdict"
            data-verdict={verdict.kind}
          >
            {verdictText(texts, verdict)}
          </p>
        )}
      </div>
      <p class="faint">{words.limits}</p>
    </section>
  );
}

function Newest({ head, isSigned }: { readonly head: HeadView; readonly isSigned: boolean }) {
  const { language, privacy } = usePrivacyTexts();
  const words = privacy.tree;
  return (
    <div class="card">
      <div class="receipt">
        <dl>
          <div>
            <dt>{words.at}</dt>
            <dd data-testid="head-at">{dateAndTime(head.at, language)}</dd>
          </div>
          <div>
            <dt>{words.size}</dt>
            <dd data-testid="head-size">{number(head.size, language)}</dd>
          </div>
          <div>
            <dt>{words.root}</dt>
            <dd>
              <bdi class="number">{head.root}</bdi>
            </dd>
          </div>
        </dl>
        <p
          class={isSigned ? 'good' : 'problem'}
          role="status"
          data-testid="head-signed"
          data-verified={String(isSigned)}
        >
          {isSigned ? words.signed : words.notSigned}
        </p>
        <p class="faint">{words.saveMore}</p>
        <button
          type="button"
          class="plain"
          data-testid="head-save"
          onClick={() => save(head.jws, 'application/jose', `head-${head.number}.jws`)}
        >
          {words.save}
        </button>
      </div>
    </div>
  );
}

function Comparison({ keeper }: { readonly keeper: HeadsKeeper }) {
  const words = usePrivacyTexts().privacy.tree;
  const [kept, setKept] = useState('');
  return (
    <form
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void keeper.compare(kept);
      }}
    >
      <h3>{words.check}</h3>
      <label class="field">
        <span>{words.kept}</span>
        <input
          type="text"
          data-testid="head-kept"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          aria-describedby="head-kept-hint"
          value={kept}
          onInput={({ currentTarget }) => setKept(currentTarget.value)}
        />
        <small id="head-kept-hint">{words.keptHint}</small>
      </label>
      <div class="actions">
        <button type="submit" class="primary" data-testid="heads-compare">
          {words.compare}
        </button>
      </div>
    </form>
  );
}

function verdictText({ language, privacy }: PrivacyTexts, verdict: Verdict): string {
  const words = privacy.tree;
  if (verdict.kind === 'no-head') {
    return words.noHead;
  }
  const { size, at } = verdict.earlier;
  return fill(words[verdict.kind], {
    time: dateAndTime(at, language),
    count: number(size, language),
  });
}
