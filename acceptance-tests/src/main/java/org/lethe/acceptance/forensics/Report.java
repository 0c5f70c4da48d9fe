package org.lethe.acceptance.forensics;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects findings, prints them, and says whether the promise was kept. */
public final class Report {
    private static final int SHOWN = 8;

    private final PrintStream out;
    private final boolean skippedFails;
    private final List<String> failures = new ArrayList<>();

    /**
     * @param skippedFails whether a place that can't be searched is a failure, as it is in CI
     */
    Report(PrintStream out, boolean skippedFails) {
        this.out = out;
        this.skippedFails = skippedFails;
    }

    /** After the end: every place must be clean. */
    void mustBeClean(String attack, List<Finding> findings) {
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Clean clean -> line("clean", clean.place(), "");
                case Finding.Skipped skipped -> skipped(attack, skipped);
                case Finding.Found found -> {
                    fail(attack + ": left in " + found.place() + " (" + kinds(found) + ")");
                    line("FOUND", found.place(), found.hits().size() + " hits");
                    found.hits().stream()
                            .limit(SHOWN)
                            .forEach(hit -> line("", "", hit.what() + " in " + hit.part()));
                }
            }
        }
    }

    /** Before the end: the same search must find what is known to be there, or it is blind. */
    void mustBeFound(String attack, List<Finding> findings) {
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Found found -> line("finds", found.place(), "");
                case Finding.Skipped skipped -> skipped(attack, skipped);
                case Finding.Clean clean -> {
                    fail(attack + ": blind in " + clean.place());
                    line("BLIND", clean.place(), "what is known to be there was not found");
                }
            }
        }
    }

    private static String kinds(Finding.Found found) {
        return found.hits().stream()
                .map(Finding.Hit::what)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void skipped(String attack, Finding.Skipped skipped) {
        line("SKIPPED", skipped.place(), skipped.why());
        if (skippedFails) {
            fail(attack + ": could not search " + skipped.place());
        }
    }

    void title(String text) {
        out.println();
        out.println(text);
    }

    void fail(String what) {
        if (!failures.contains(what)) {
            failures.add(what);
        }
    }

    private void line(String state, String place, String rest) {
        out.printf("  %-8s %-28s %s%n", state, place, rest);
    }

    /**
     * What was left or could not be shown, each naming its place; empty when the promise was kept.
     */
    public List<String> failures() {
        return List.copyOf(failures);
    }
}
