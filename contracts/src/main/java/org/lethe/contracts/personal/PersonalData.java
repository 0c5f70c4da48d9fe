package org.lethe.contracts.personal;

/**
 * A piece of personal data in memory.
 *
 * <p>Its {@code toString} is {@value #REDACTED}; only adapters that seal, send or show it call
 * {@link #reveal()}.
 */
public sealed interface PersonalData
        permits ClientAddress,
                DetailText,
                EmailAddress,
                FileName,
                HostName,
                Location,
                MessageText,
                PageTitle,
                PageUrl,
                Referrer,
                UserAgentText,
                VisitorName {

    /** What every personal-data type prints. */
    String REDACTED = "[redacted]";

    /** The clear text: for sealing, sending and showing, never for a log, URL, metric or event. */
    String reveal();
}
