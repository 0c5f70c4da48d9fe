import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useTexts } from './context';
import type { PrivacyPageProps } from './privacy/privacy-page';

export interface PrivacySectionProps extends PrivacyPageProps {
  /** Fetches the page, which only privacy officers need. */
  readonly fetchPage?: () => Promise<{ readonly PrivacyPage: ComponentType<PrivacyPageProps> }>;
}

/** The page of privacy officers, which comes when it is opened. */
export function PrivacySection({ fetchPage = fetchIt, ...props }: PrivacySectionProps) {
  const { privacy: texts } = useTexts().messages;
  const [Page, setPage] = useState<ComponentType<PrivacyPageProps> | 'missing'>();
  useEffect(() => {
    fetchPage()
      .then(({ PrivacyPage }) => setPage(() => PrivacyPage))
      // A browser may not fetch a module again that it failed to fetch; a new build has other files.
      .catch(() => setPage('missing'));
  }, [fetchPage]);
  if (Page === undefined) {
    return (
      <p class="lonely" role="status">
        {texts.loading}
      </p>
    );
  }
  if (Page === 'missing') {
    return (
      <p class="lonely" role="alert" data-testid="privacy-missing">
        {texts.notLoaded}{' '}
        <button type="button" class="link" onClick={() => location.reload()}>
          {texts.loadAnew}
        </button>
      </p>
    );
  }
  return <Page {...props} />;
}

const fetchIt = () => import('./privacy/privacy-page');
