package org.lethe.bench.load;

import java.util.List;

/** What browsers say of themselves: the usual ones, in a few versions each. */
public final class Browsers {

    private static final int OLDEST = 138;
    private static final int VERSIONS = 8;

    private static final List<String> KINDS =
            List.of(
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
                            + " (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36",
                    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36"
                            + " (KHTML, like Gecko) Chrome/%d.0.0.0 Mobile Safari/537.36",
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15"
                            + " (KHTML, like Gecko) CriOS/%d.0.0.0 Mobile/15E148 Safari/604.1",
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36"
                            + " (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36",
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:%1$d.0)"
                            + " Gecko/20100101 Firefox/%1$d.0",
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
                            + " (KHTML, like Gecko) Chrome/%1$d.0.0.0 Safari/537.36 Edg/%1$d.0.0.0");

    private Browsers() {}

    /**
     * The browser of a visitor.
     *
     * @param number of the visitor; the same for the same
     */
    public static String of(long number) {
        int version = OLDEST + (int) (number / KINDS.size() % VERSIONS);
        return KINDS.get((int) (number % KINDS.size())).formatted(version);
    }
}
