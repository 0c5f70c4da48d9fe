package org.lethe.house.answer;

import java.util.Map;
import java.util.regex.Pattern;

/** An operation of a document, with the answers that it may give. */
public final class Operation {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final String method;
    private final String template;
    private final boolean secured;
    private final Pattern path;
    private final Map<Integer, DocumentedAnswer> answers;

    Operation(
            String method,
            String template,
            boolean secured,
            Map<Integer, DocumentedAnswer> answers) {
        this.method = method;
        this.template = template;
        this.secured = secured;
        this.path = Pattern.compile(PARAMETER.matcher(template).replaceAll("[^/]+"));
        this.answers = answers;
    }

    public String method() {
        return method;
    }

    /** Its path, with a word in the place of each parameter. */
    public String path(String word) {
        return PARAMETER.matcher(template).replaceAll(word);
    }

    /** Whether it asks for a token. */
    public boolean isSecured() {
        return secured;
    }

    boolean wasAsked(Answer answer) {
        return method.equals(answer.method()) && path.matcher(answer.path()).matches();
    }

    void judge(Answer answer) {
        DocumentedAnswer documented = answers.get(answer.status());
        if (documented == null) {
            throw new AssertionError(this + " documents no status " + answer.status());
        }
        documented
                .faultOf(answer)
                .ifPresent(fault -> {
                    throw new AssertionError(
                            this + " with status " + answer.status() + ": " + fault);
                });
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
