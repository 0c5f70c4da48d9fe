package org.lethe.chat.account;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.problem.Refusal;

/** The version of an account's settings as an entity tag. */
final class VersionTag {
    private static final Pattern FORM = Pattern.compile("\"([0-9]{1,18})\"");

    private VersionTag() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version that a change is made to; who does not say it could undo another's change. */
    static long required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Refusal(ErrorCode.PRECONDITION_REQUIRED);
        }
        Matcher tag = FORM.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Refusal(ErrorCode.PRECONDITION_FAILED);
        }
        return Long.parseLong(tag.group(1));
    }
}
