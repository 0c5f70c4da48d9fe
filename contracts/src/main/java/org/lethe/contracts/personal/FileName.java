package org.lethe.contracts.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a file as its sender has it: a label, never a path. */
public record FileName(@JsonValue String reveal) implements PersonalData {

    public static final int MAX_LENGTH = 255;

    private static final String KIND = "file name";

    /** Takes the last part of a path, without characters that hide or reorder the extension. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FileName of(String value) {
        return new FileName(label(value));
    }

    @Override
    public String toString() {
        return REDACTED;
    }

    private static String label(String value) {
        String last =
                value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1);
        String shown =
                TextRules.keep(last, c -> !TextRules.breaksLine(c) && !TextRules.reordersText(c));
        String line = TextRules.line(shown, MAX_LENGTH, KIND);
        return TextRules.require(!line.equals(".") && !line.equals(".."), line, KIND);
    }
}
