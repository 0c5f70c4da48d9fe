package org.lethe.gdpr.access.export;

import com.fasterxml.jackson.core.type.TypeReference;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.retention.Category;

/**
 * The words of the page in one language: labels and codes of its own, and what is promised in the
 * sentences that the widget says, too.
 */
final class ExportWords {

    private static final Map<ExportLanguage, ExportWords> ALL = all();

    private final ExportLanguage language;
    private final Labels own;
    private final Map<String, String> sentences;

    private ExportWords(ExportLanguage language) {
        this.language = language;
        this.own = read("export/" + language.code(), new TypeReference<Labels>() {});
        this.sentences = read(language.code(), new TypeReference<Map<String, String>>() {});
    }

    static ExportWords in(ExportLanguage language) {
        ExportWords words = ALL.get(language);
        if (words == null) {
            throw new IllegalStateException("a language without words");
        }
        return words;
    }

    ExportLanguage language() {
        return language;
    }

    /** What the page itself says. */
    String page(String name) {
        String text = own.page().get(name);
        if (text == null) {
            throw new IllegalStateException("the page says nothing of " + name);
        }
        return text;
    }

    /** What a field is called; a field that is new and has no words yet, by its own name. */
    String label(String field) {
        return own.labels().getOrDefault(field, field);
    }

    /** What a code means. */
    String code(String code) {
        return own.codes().getOrDefault(code, code);
    }

    boolean hasLabel(String field) {
        return own.labels().containsKey(field);
    }

    boolean hasCode(String code) {
        return own.codes().containsKey(code);
    }

    /**
     * When something is destroyed.
     *
     * @param most how long it is held at most, where the sentence says so
     */
    Optional<String> rule(Category category, Duration most) {
        return switch (category) {
            case VISIT -> Optional.ofNullable(sentences.get("goneVisit"));
            case CHAT, FILE -> Optional.ofNullable(sentences.get("goneChat"));
            case LETTER ->
                    Optional.ofNullable(sentences.get("held"))
                            .map(held -> held.replace("{time}", span(most)));
            case ERASURE_REQUEST, CHAT_RECEIPT, CALLBACK, ACCOUNT, LEDGER -> Optional.empty();
        };
    }

    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(at.atOffset(ZoneOffset.UTC).toLocalDateTime());
    }

    /** In whole minutes, or hours where it is some. */
    String span(Duration duration) {
        long minutes = duration.plusSeconds(30).toMinutes();
        Measure measure =
                minutes % 60 == 0 && minutes > 0
                        ? new Measure(minutes / 60, MeasureUnit.HOUR)
                        : new Measure(minutes, MeasureUnit.MINUTE);
        return MeasureFormat.getInstance(language.locale(), MeasureFormat.FormatWidth.WIDE)
                .formatMeasures(measure);
    }

    private static Map<ExportLanguage, ExportWords> all() {
        var all = new EnumMap<ExportLanguage, ExportWords>(ExportLanguage.class);
        for (ExportLanguage language : ExportLanguage.values()) {
            all.put(language, new ExportWords(language));
        }
        return all;
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (InputStream in = ExportWords.class.getResourceAsStream("/words/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("no words in " + name);
            }
            return WireFormat.mapper().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Labels(
            Map<String, String> page, Map<String, String> labels, Map<String, String> codes) {}
}
