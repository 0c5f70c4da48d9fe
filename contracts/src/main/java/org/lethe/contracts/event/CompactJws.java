package org.lethe.contracts.event;

import java.util.regex.Pattern;

/** The form of what is signed: three parts in base64url with dots between them. */
final class CompactJws {

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private CompactJws() {}

    static void require(String jws) {
        if (!FORM.matcher(jws).matches()) {
            throw new IllegalArgumentException("not a compact JWS");
        }
    }
}
