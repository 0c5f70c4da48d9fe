package org.lethe.mail.render;

import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;
import java.text.Bidi;

/**
 * Keeps the direction of what somebody wrote from what stands beside it in a letter's text, as
 * {@code dir="auto"} does in HTML: each value that has any is put between isolates (UAX 9).
 */
final class Fence implements ResultMapper {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    private static final String CONTROLS = "[\u202A-\u202E\u2066-\u2069]";

    /** The text between isolates, if it needs that; controls of its own could break out of them. */
    static String around(String text) {
        String plain = text.replaceAll(CONTROLS, "");
        return Bidi.requiresBidi(plain.toCharArray(), 0, plain.length())
                ? FIRST_STRONG_ISOLATE + plain + POP_ISOLATE
                : plain;
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return origin.getVariant()
                .map(Variant::getContentType)
                .filter(Variant.TEXT_PLAIN::equals)
                .isPresent();
    }

    @Override
    public String map(Object result, Expression expression) {
        return around(result.toString());
    }
}
