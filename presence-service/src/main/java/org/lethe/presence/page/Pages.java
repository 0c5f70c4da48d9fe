package org.lethe.presence.page;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.personal.InvalidPersonalData;
import org.lethe.contracts.personal.PageTitle;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.personal.Referrer;

/** Checks and bounds what browsers tell of pages. */
final class Pages {

    private Pages() {}

    /** Refuses, as malformed, a page whose address is none. */
    static PageView page(PersonalText url, @Nullable PersonalText title, Instant at) {
        PersonalText checked = new PersonalText(PageUrl.of(url.value()).reveal());
        return new PageView(checked, title == null ? null : title(title), at);
    }

    /** The referrer, if it is a web address; apps and privacy tools send all kinds of things. */
    static Optional<PersonalText> referrer(@Nullable PersonalText text) {
        if (text == null || text.value().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PersonalText(Referrer.of(text.value()).reveal()));
        } catch (InvalidPersonalData notAWebAddress) {
            return Optional.empty();
        }
    }

    private static @Nullable PersonalText title(PersonalText text) {
        return PageTitle.clipped(text.value())
                .map(clean -> new PersonalText(clean.reveal()))
                .orElse(null);
    }
}
