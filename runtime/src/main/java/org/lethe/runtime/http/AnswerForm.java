package org.lethe.runtime.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form in which an answer can be asked for, where it has several. */
public enum AnswerForm {
    JSON("application/json"),
    JSON_LD("application/ld+json"),
    HTML("text/html"),
    ZIP("application/zip");

    private static final String WANTED = "lethe.wanted";

    /** More than any client names. */
    private static final int MOST_NAMED = 20;

    private final String mediaType;

    AnswerForm(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * The form that a request asks for, by its preference.
     *
     * @param usual what is given to who asks for none of the others
     */
    public static AnswerForm of(RoutingContext context, AnswerForm usual, AnswerForm... others) {
        List<AnswerForm> wanted = context.<List<AnswerForm>>get(WANTED, List.of());
        List<AnswerForm> offered = Arrays.asList(others);
        return wanted.stream()
                .filter(form -> form == usual || offered.contains(form))
                .findFirst()
                .orElse(usual);
    }

    /** Keeps what a request says that it accepts, as far as it is a form of ours. */
    static void note(RoutingContext context, @Nullable String accept) {
        context.put(WANTED, wanted(accept));
    }

    /** The forms that are named, best first; what is named otherwise is left out. */
    static List<AnswerForm> wanted(@Nullable String accept) {
        if (accept == null) {
            return List.of();
        }
        return Arrays.stream(accept.split(",", MOST_NAMED))
                .map(range -> range.split(";", MOST_NAMED))
                .flatMap(parts -> named(parts).stream())
                .filter(each -> each.quality() > 0)
                .sorted(Comparator.comparingDouble(Named::quality).reversed())
                .map(Named::form)
                .distinct()
                .toList();
    }

    private static Optional<Named> named(String[] parts) {
        String type = parts[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> form.mediaType.equals(type))
                .findFirst()
                .map(form -> new Named(form, quality(parts)));
    }

    /** 1 unless it says less; 0 for what can't be read. */
    private static double quality(String[] parts) {
        for (String part : parts) {
            String parameter = part.strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                String weight = parameter.substring(2);
                return weight.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")
                        ? Double.parseDouble(weight)
                        : 0;
            }
        }
        return 1;
    }

    private record Named(AnswerForm form, double quality) {}
}
