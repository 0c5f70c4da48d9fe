package org.lethe.gdpr.subject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request names a subject by and nobody here understands: to leave it out would erase or
 * show less than was asked for.
 */
public final class UnknownSelectors {

    /** What can't be the name of a selector may be anything; it is not repeated. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private UnknownSelectors() {}

    /** The names, as they may be told to who sent them. */
    public static Set<String> names(@Nullable Map<String, JsonNode> others) {
        var names = new TreeSet<String>();
        if (others != null) {
            for (String name : others.keySet()) {
                names.add(NAME.matcher(name).matches() ? name : "?");
            }
        }
        return names;
    }
}
