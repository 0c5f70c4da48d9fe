import type { AccountSettings, DataUse } from '../../protocol/generated';

/** As the services take it when nothing is said. */
const DEADLINE = 'PT1H';

/** What settings mean for visitors' data, as the services derive it when they are saved. */
export function dataUseOf(settings: AccountSettings): DataUse {
  const { transcripts, offline } = settings;
  const enabled = transcripts?.enabled === true;
  return {
    addresses: settings.removeAddress !== true,
    transcriptToTeam: enabled && transcripts.recipients.length > 0,
    transcriptToVisitor: enabled && transcripts.copyToVisitor,
    offlineMessages: (offline?.recipients ?? []).length > 0,
    tlsOnly: settings.mailTlsRequired === true,
    letterDeadline: settings.letterDeadline ?? DEADLINE,
  };
}
