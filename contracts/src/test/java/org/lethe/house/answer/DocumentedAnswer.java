package org.lethe.house.answer;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a document says of an operation's answers with one status.
 *
 * @param content the schemas of the body by media range; none if there is no body
 */
record DocumentedAnswer(Map<String, BodySchema> content) {

    /** What of an answer is not as documented. */
    Optional<String> faultOf(Answer answer) {
        boolean isEmpty = answer.body().length == 0;
        if (answer.method().equals("HEAD") || content.isEmpty()) {
            return isEmpty ? Optional.empty() : Optional.of("has a body that is not documented");
        }
        if (isEmpty) {
            return Optional.of("has no body");
        }
        String type = answer.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (var documented : content.entrySet()) {
            if (covers(documented.getKey(), type)) {
                return type.endsWith("json")
                        ? documented.getValue().faultOf(answer.body())
                        : Optional.empty();
            }
        }
        return Optional.of("has the content type '" + type + "', which is not documented");
    }

    private static boolean covers(String range, String type) {
        return range.equals("*/*") || range.equals(type);
    }
}
