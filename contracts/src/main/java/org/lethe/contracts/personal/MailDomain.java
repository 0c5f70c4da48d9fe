package org.lethe.contracts.personal;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The domain of an e-mail address, as DNS has it.
 *
 * <p>By UTS 46 without its transition, as browsers do it. The standard before (IDNA 2003, which
 * Java has) makes another domain of a sharp s or a final sigma, and the mail would go to a
 * stranger.
 */
final class MailDomain {

    private static final IDNA UTS_46 =
            IDNA.getUTS46Instance(
                    IDNA.NONTRANSITIONAL_TO_ASCII
                            | IDNA.USE_STD3_RULES
                            | IDNA.CHECK_BIDI
                            | IDNA.CHECK_CONTEXTJ);

    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private MailDomain() {}

    /** Empty if it is none that mail can be sent to. */
    static Optional<String> ascii(String domain) {
        var problems = new IDNA.Info();
        String ascii =
                UTS_46.nameToASCII(domain, new StringBuilder(), problems)
                        .toString()
                        .toLowerCase(Locale.ROOT);
        return Optional.of(ascii)
                .filter(any -> !problems.hasErrors())
                .filter(any -> FORM.matcher(any).matches());
    }
}
