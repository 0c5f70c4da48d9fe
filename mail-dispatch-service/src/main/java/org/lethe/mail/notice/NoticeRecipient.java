package org.lethe.mail.notice;

import java.util.Optional;
import java.util.stream.Stream;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.runtime.account.AccountSettings;

/** Whom an account has told of what was lost. */
final class NoticeRecipient {

    private NoticeRecipient() {}

    /** The account's own address for this; without one, the first that letters go to. */
    static Optional<EmailAddress> of(AccountSettings settings) {
        return Stream.concat(
                        Stream.ofNullable(settings.noticeTo()),
                        Stream.concat(
                                settings.transcripts().recipients().stream(),
                                settings.offline().recipients().stream()))
                .findFirst();
    }
}
