package org.lethe.gdpr.access.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.id.FileId;

class ArchiveNameTest {

    private final FileId file = FileId.mint(new SecureRandom());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..\\..\\canary.exe",
                "/canary",
                "C:canary",
                "a\u0000b",
                "a\u202Efdp.exe",
                "\n",
                ""
            })
    void leadsNowhereElse(String name) {
        assertThat(ArchiveName.of(file, name))
                .matches("files/" + file.value() + "-[\\p{L}\\p{N}._-]*")
                .doesNotContain("..");
    }

    @Test
    void keepsLettersOfEveryLanguageAndTheEnding() {
        assertThat(ArchiveName.of(file, "Größe \u0635\u0648\u0631\u0629.pdf"))
                .isEqualTo("files/" + file.value() + "-Größe_\u0635\u0648\u0631\u0629.pdf");
        assertThat(ArchiveName.of(file, "x".repeat(200) + ".pdf"))
                .hasSize("files/".length() + file.value().length() + 1 + 180)
                .endsWith("x.pdf");
    }

    /** What unpacks it writes UTF-8, of which a name may have 255 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"\u4F60", "\uD840\uDC00", "\u0635", "\u00E9", "a\uD840\uDC00"})
    void fitsIntoAFileSystemInEveryScript(String text) {
        String name = ArchiveName.of(file, text.repeat(255) + ".pdf");

        byte[] bytes = name.substring("files/".length()).getBytes(UTF_8);
        assertThat(bytes).hasSizeBetween(200, 255);
        assertThat(new String(bytes, UTF_8)).endsWith(text + ".pdf").doesNotContain("?", "\uFFFD");
    }

    @Test
    void keepsANameThatFits() {
        String chinese = "\u4F60\u597D".repeat(28) + ".pdf";

        assertThat(ArchiveName.of(file, chinese)).endsWith("-" + chinese);
    }
}
