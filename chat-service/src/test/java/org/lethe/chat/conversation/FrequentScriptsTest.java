package org.lethe.chat.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is run for each message and each look at one. */
class FrequentScriptsTest {

    private static final Pattern READ = Pattern.compile("read_meta\\(chat, ([^)]*)\\)");
    private static final Pattern LITERAL = Pattern.compile("'([^']+)'");
    private static final Pattern ASKED = Pattern.compile("\\bmeta\\(chat, '([^']+)'");

    /** A field that is not named has all be read, sealed texts too. */
    @ParameterizedTest
    @ValueSource(strings = {"append", "read"})
    void readOfAChatWhatTheyNeedAndNoMore(String name) throws IOException {
        String script = script(name);
        var needed = new ArrayList<>(all(ASKED, script));
        // Whether it is open depends on it.
        needed.add("created");

        assertThat(all(READ, script))
                .singleElement()
                .satisfies(named ->
                        assertThat(all(LITERAL, named))
                                .containsExactlyInAnyOrderElementsOf(needed));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String script(String name) throws IOException {
        String path = "/redis/chat/" + name + ".lua";
        try (InputStream in = requireNonNull(FrequentScriptsTest.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
