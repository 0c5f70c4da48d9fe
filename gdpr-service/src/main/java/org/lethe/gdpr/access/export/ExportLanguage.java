package org.lethe.gdpr.access.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that the page can be in. */
enum ExportLanguage {
    EN(Locale.ENGLISH),
    DE(Locale.GERMAN),
    FR(Locale.FRENCH),
    ES(Locale.of("es")),
    AR(Locale.of("ar"));

    private static final int MAX_HEADER = 300;

    @SuppressWarnings("ImmutableEnumChecker") // Locales don't change.
    private final Locale locale;

    ExportLanguage(Locale locale) {
        this.locale = locale;
    }

    String code() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }

    /** Which way it is written, for HTML. */
    String direction() {
        return this == AR ? "rtl" : "ltr";
    }

    /** The first of ours that {@code Accept-Language} asks for; English if it asks for none. */
    static ExportLanguage of(@Nullable String accepted) {
        return ranges(accepted).stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> named(range.getRange()).stream())
                .findFirst()
                .orElse(EN);
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.length() > MAX_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private static Optional<ExportLanguage> named(String range) {
        return Arrays.stream(values())
                .filter(each -> range.equals(each.code()) || range.startsWith(each.code() + "-"))
                .findFirst();
    }
}
