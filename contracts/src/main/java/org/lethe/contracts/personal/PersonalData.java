package org.lethe.contracts.personal;

/**
 * A piece of personal data in memory.
 *
 * <p>Its {@code toString} is {@value #REDACTED}; only adapters that seal, send or show it call
 * {@link #reveal()}.
 *
 * <p>What comes from outside goes through a factory, which checks it; for JSON that is the one
 * marked for Jackson, and nothing is left of a value that its type does without. A constructor
 * checks nothing: it is for what a factory of the suite checked before, and sealed.
 */
public sealed interface PersonalData
        permits AccountName,
                ClientAddress,
                ConsentText,
                DetailName,
                DetailText,
                EmailAddress,
                FileName,
                HostName,
                Location,
                MessageText,
                PageTitle,
                PageUrl,
                PersonName,
                QuestionText,
                Referrer,
                UserAgentText,
                VisitorTrait {

    /** What every personal-data type prints. */
    String REDACTED = "[redacted]";

    /** The clear text: for sealing, sending and showing, never for a log, URL, metric or event. */
    String reveal();

    /** How many characters it has; tells no more than that. */
    default int length() {
        return reveal().length();
    }
}
