package org.lethe.acceptance.forensics;

import java.util.List;

/** What an attack found in one place. */
sealed interface Finding {

    String place();

    /** Searched, nothing there. */
    record Clean(String place) implements Finding {}

    /** Could not be searched on this system; a failure in CI. */
    record Skipped(String place, String why) implements Finding {}

    record Found(String place, List<Hit> hits) implements Finding {}

    /** One canary in one part of a place; never the canary itself. */
    record Hit(String part, String what) {}
}
