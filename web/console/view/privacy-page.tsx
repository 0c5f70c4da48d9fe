import { useMemo, useState } from 'preact/hooks';
import { ErasureKeeper, type Erasure } from '../state/erasure';
import type { Suite } from '../transport/suite';
import { problemText, useStore, useTexts } from './context';
import { TextField } from './fields';
import { ReceiptCard } from './receipt-card';

/** Erasure of one visitor by visit or chat, for privacy officers. */
export function PrivacyPage({ suite }: { readonly suite: Suite }) {
  const { privacy: texts } = useTexts().messages;
  const keeper = useMemo(() => new ErasureKeeper(suite), [suite]);
  const erasure = useStore(keeper.store);
  const [visit, setVisit] = useState('');
  const [chat, setChat] = useState('');
  const [step, setStep] = useState<'form' | 'incomplete' | 'sure'>('form');
  const busy = erasure.kind === 'submitting' || erasure.kind === 'working';
  const erase = (): void => {
    setStep('form');
    setVisit('');
    setChat('');
    void keeper.erase({ visit, chat });
  };
  return (
    <div class="page">
      <h1>{texts.title}</h1>
      <p class="faint">{texts.intro}</p>
      <form
        data-testid="erasure-form"
        onSubmit={(event) => {
          event.preventDefault();
          setStep(visit === '' && chat === '' ? 'incomplete' : 'sure');
        }}
      >
        <TextField testid="erasure-visit" label={texts.visit} value={visit} onChange={setVisit} />
        <TextField testid="erasure-chat" label={texts.chat} value={chat} onChange={setChat} />
        {step === 'incomplete' && (
          <p class="problem" role="alert">
            {texts.needOne}
          </p>
        )}
        {step === 'sure' ? (
          <Confirmation onYes={erase} onNo={() => setStep('form')} />
        ) : (
          <button type="submit" class="danger" data-testid="erasure-submit" disabled={busy}>
            {texts.erase}
          </button>
        )}
      </form>
      <Progress erasure={erasure} />
    </div>
  );
}

function Confirmation({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }) {
  const { privacy: texts } = useTexts().messages;
  return (
    <div class="confirm" role="alertdialog" aria-labelledby="erase-question">
      <p id="erase-question">{texts.sure}</p>
      <button
        type="button"
        class="danger"
        data-testid="erasure-confirm"
        ref={(button) => button?.focus()}
        onClick={onYes}
      >
        {texts.yes}
      </button>
      <button type="button" class="plain" data-testid="erasure-cancel" onClick={onNo}>
        {texts.no}
      </button>
    </div>
  );
}

function Progress({ erasure }: { readonly erasure: Erasure }) {
  const texts = useTexts();
  const { privacy: words } = texts.messages;
  if (erasure.kind === 'none') {
    return null;
  }
  return (
    <section class="progress" aria-live="polite" data-testid="erasure" data-state={erasure.kind}>
      {erasure.kind === 'submitting' && <p>{words.working}</p>}
      {erasure.kind === 'working' && (
        <p>
          <strong>{words.effective}</strong> {words.working}
        </p>
      )}
      {erasure.kind === 'failed' && (
        <p class="problem" role="alert" data-testid="erasure-problem">
          {problemText(texts, erasure.problem)}
        </p>
      )}
      {erasure.kind === 'cancelled' && <p>{words.cancelled}</p>}
      {erasure.kind === 'completed' && <ReceiptCard erasure={erasure} />}
    </section>
  );
}
