import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { FailureCode } from '../../protocol/errors';
import { getAccount, type AccountSettings } from '../../protocol/generated';
import { wrongLines, type ListName } from '../state/settings-check';
import { SettingsSave } from '../state/settings-save';
import type { Suite } from '../transport/suite';
import { fill } from '../../text/catalogue';
import { problemText, useTexts } from './context';
import { Lines, Switch } from './fields';
import { Said } from './said';

/** What is not set is as private as it can be. */
const NO_TRANSCRIPTS = { enabled: false, recipients: [], copyToVisitor: false };

/** The handle of each list's field. */
const LISTS: Readonly<Record<ListName, string>> = {
  recipients: 'settings-recipients',
  offlineRecipients: 'settings-offline-recipients',
  hiddenParameters: 'settings-hidden-parameters',
  identifiers: 'settings-identifiers',
  origins: 'settings-origins',
};

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: FailureCode }
  | {
      readonly kind: 'editing';
      readonly settings: AccountSettings;
      readonly etag: string;
      readonly busy: boolean;
      readonly saved: boolean;
      /** Wrong lines are named from the first attempt to save on, and no more when they are right. */
      readonly checked: boolean;
      readonly problem?: FailureCode;
    };

/** The account's settings. The ETag makes sure that nobody overwrites what another has changed. */
export function SettingsPage({ suite }: { readonly suite: Suite }) {
  const texts = useTexts();
  const { settings: labels } = texts.messages;
  const [state, setState] = useState<State>({ kind: 'loading' });
  const saving = useMemo(() => new SettingsSave(suite), [suite]);
  const load = useCallback(async (): Promise<void> => {
    setState({ kind: 'loading' });
    const answer = await suite.ask(getAccount());
    setState(
      answer.ok ? editing(answer.value, answer.etag) : { kind: 'failed', problem: answer.code },
    );
  }, [suite]);
  useEffect(() => void load(), [load]);
  if (state.kind === 'loading') {
    return <p class="lonely">{labels.loading}</p>;
  }
  if (state.kind === 'failed') {
    return (
      <p class="lonely" role="alert">
        {problemText(texts, state.problem)}{' '}
        <button type="button" class="link" onClick={() => void load()}>
          {labels.reload}
        </button>
      </p>
    );
  }
  const { settings, etag } = state;
  const wrong = state.checked ? wrongLines(settings) : new Map<ListName, string>();
  const save = async (): Promise<void> => {
    const [first] = wrongLines(settings).keys();
    if (first !== undefined) {
      setState({ ...state, checked: true, saved: false });
      document.querySelector<HTMLElement>(`[data-testid=${LISTS[first]}]`)?.focus();
      return;
    }
    setState({ ...state, busy: true, saved: false });
    const answer = await saving.save(settings, etag);
    setState(
      answer.ok
        ? { ...editing(answer.value, answer.etag ?? etag), saved: true }
        : { ...state, busy: false, saved: false, problem: answer.code },
    );
  };
  return (
    <form
      class="page"
      data-testid="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1>{labels.title}</h1>
      <p class="faint">{labels.intro}</p>
      <SettingsFields
        settings={settings}
        wrong={wrong}
        onChange={(next) => setState({ ...state, settings: next, saved: false })}
      />
      <Said settings={settings} />
      <div class="actions">
        <button type="submit" class="primary" data-testid="settings-save" disabled={state.busy}>
          {labels.save}
        </button>
        <span role="status" data-testid="settings-status">
          {state.saved ? labels.saved : ''}
        </span>
        {state.problem !== undefined && (
          <span class="problem" role="alert" data-testid="settings-problem">
            {problemText(texts, state.problem)}{' '}
            <button
              type="button"
              class="link"
              data-testid="settings-reload"
              onClick={() => void load()}
            >
              {labels.reload}
            </button>
          </span>
        )}
      </div>
    </form>
  );
}

function SettingsFields(props: {
  readonly settings: AccountSettings;
  readonly wrong: ReadonlyMap<ListName, string>;
  readonly onChange: (settings: AccountSettings) => void;
}) {
  const { settings: labels } = useTexts().messages;
  const { settings, onChange } = props;
  const { transcripts = NO_TRANSCRIPTS, offline = { recipients: [] } } = settings;
  const told = (list: ListName): string => {
    const text = props.wrong.get(list);
    const messages: Readonly<Record<ListName, string>> = {
      recipients: labels.wrongAddress,
      offlineRecipients: labels.wrongAddress,
      hiddenParameters: labels.wrongParameter,
      identifiers: labels.wrongIdentifier,
      origins: labels.wrongOrigin,
    };
    return text === undefined ? '' : fill(messages[list], { text });
  };
  const set = (change: Partial<AccountSettings>): void => onChange({ ...settings, ...change });
  return (
    <>
      <fieldset>
        <legend>{labels.transcripts}</legend>
        <Switch
          testid="settings-transcripts"
          label={labels.transcriptsOn}
          on={transcripts.enabled}
          onChange={(enabled) => set({ transcripts: { ...transcripts, enabled } })}
        />
        <Lines
          testid={LISTS.recipients}
          problem={told('recipients')}
          label={labels.recipients}
          hint={labels.onePerLine}
          values={transcripts.recipients}
          onChange={(recipients) => set({ transcripts: { ...transcripts, recipients } })}
        />
        <Switch
          testid="settings-copy-to-visitor"
          label={labels.copyToVisitor}
          on={transcripts.copyToVisitor}
          onChange={(copyToVisitor) => set({ transcripts: { ...transcripts, copyToVisitor } })}
        />
      </fieldset>
      <fieldset>
        <legend>{labels.offline}</legend>
        <Lines
          testid={LISTS.offlineRecipients}
          problem={told('offlineRecipients')}
          label={labels.recipients}
          hint={labels.onePerLine}
          values={offline.recipients}
          onChange={(recipients) => set({ offline: { ...offline, recipients } })}
        />
      </fieldset>
      <fieldset>
        <legend>{labels.privacy}</legend>
        <Switch
          testid="settings-remove-address"
          label={labels.removeAddress}
          more={labels.removeAddressMore}
          on={settings.removeAddress === true}
          onChange={(removeAddress) => set({ removeAddress })}
        />
        <Lines
          testid={LISTS.hiddenParameters}
          problem={told('hiddenParameters')}
          label={labels.hiddenParameters}
          hint={labels.onePerLine}
          values={settings.hiddenParameters ?? []}
          onChange={(hiddenParameters) => set({ hiddenParameters })}
        />
        <Lines
          testid={LISTS.identifiers}
          problem={told('identifiers')}
          label={labels.identifiers}
          hint={labels.onePerLine}
          values={settings.identifiers ?? []}
          onChange={(identifiers) => set({ identifiers })}
        />
        <Switch
          testid="settings-tls-required"
          label={labels.tlsRequired}
          on={settings.mailTlsRequired === true}
          onChange={(mailTlsRequired) => set({ mailTlsRequired })}
        />
        <Switch
          testid="settings-staff-may-act"
          label={labels.staffMayAct}
          more={labels.staffMayActMore}
          on={settings.staffMayAct === true}
          onChange={(staffMayAct) => set({ staffMayAct })}
        />
      </fieldset>
      <fieldset>
        <legend>{labels.sites}</legend>
        <Lines
          testid={LISTS.origins}
          problem={told('origins')}
          label={labels.origins}
          hint={labels.onePerLine}
          values={settings.allowedOrigins ?? []}
          onChange={(allowedOrigins) => set({ allowedOrigins })}
        />
      </fieldset>
    </>
  );
}

function editing(settings: AccountSettings, etag: string | undefined) {
  return {
    kind: 'editing',
    settings,
    etag: etag ?? '*',
    busy: false,
    saved: false,
    checked: false,
  } as const;
}
