package org.lethe.gdpr.selector;

import org.jspecify.annotations.Nullable;

/** A detail that the site passed about its visitor, as it was sent; nothing in it is checked. */
public record NamedDetail(@Nullable String name, @Nullable String value) {

    @Override
    public String toString() {
        return "[redacted]";
    }
}
