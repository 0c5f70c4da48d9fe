package org.lethe.file.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.personal.FileName;

class SafeNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photo.png | photo.png",
                "Größe.pdf | Größe.pdf",
                "../../etc/passwd | passwd",
                "C:\\Users\\zoe\\cv.pdf | cv.pdf",
                "..hidden | hidden",
                "a<b>c:d\"e?f*g.txt | a_b_c_d_e_f_g.txt",
                "con.txt | _con.txt",
                "LPT1 | _LPT1",
                "trailing. . | trailing",
                "two  words.txt | two  words.txt"
            })
    void makesANameThatIsHarmlessAnywhere(String given, String expected) {
        assertThat(clean(given)).isEqualTo(expected);
    }

    @Test
    void showsTheExtensionThatThereIs() {
        assertThat(clean("gpj.\u202Etxe.png")).isEqualTo("gpj._txe.png");
        assertThat(clean("a\u0000b\r\nc.txt")).isEqualTo("a_b__c.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "...", " ", "\\"})
    void givesAFileWithoutANameOne(String given) {
        assertThat(clean(given)).isEqualTo("file");
    }

    @Test
    void shortensTheStemAndKeepsTheExtension() {
        String cleaned = clean("\ud83d\ude00".repeat(200) + ".jpeg");

        assertThat(cleaned).hasSizeLessThanOrEqualTo(150).endsWith("\ude00.jpeg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%ff%fe", "%c3", "%ed%a0%80", "Größe"})
    void refusesWhatIsNotPercentEncodedUtf8(String header) {
        assertThat(SafeName.decode(header)).isEmpty();
    }

    @Test
    void leavesAnExtensionThatBelongsToTheType() {
        assertThat(SafeName.of(FileName.of("photo.JPG"), FileType.JPEG).reveal())
                .isEqualTo("photo.JPG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.log", "app.ini", "nginx.conf", "a.json", "a.yaml"})
    void leavesTheNamesOfTextsThatNothingRuns(String name) {
        assertThat(SafeName.of(FileName.of(name), FileType.TEXT).reveal()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "run.exe, run.exe.txt",
        "page.hta, page.hta.txt",
        "noext, noext.txt",
        "a.xml, a.xml.txt"
    })
    void addsTheExtensionOfTheType(String given, String expected) {
        assertThat(SafeName.of(FileName.of(given), FileType.TEXT).reveal()).isEqualTo(expected);
    }

    private static String clean(String name) {
        String header = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return SafeName.decode(header).orElseThrow().reveal();
    }
}
