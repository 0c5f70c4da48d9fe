package org.lethe.file.type;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.personal.FileName;

class FileTypesTest {

    private final FileTypes types =
            new FileTypes(new MagicDetector(), EnumSet.allOf(FileType.class));

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d49484452, a.png, PNG",
        "ffd8ffe000104a46494600010100, a.jpg, JPEG",
        "474946383961010001, a.gif, GIF",
        "52494646aabbccdd57454250565038, a.webp, WEBP",
        "255044462d312e370a25e2e3cfd3, a.pdf, PDF",
        "1f8b0800000000000003, a.gz, GZIP",
        "49443303000000000000fffb9064, a.mp3, MP3",
        "52494646aabbccdd57415645666d7420, a.wav, WAV",
        "0000001866747970697336d0000000006d703432, a.mp4, MP4",
        "00000018667479706d736631000000006d73663168657663, burst.heic, HEIC",
        "0000001866747970686576630000000068657663, burst.heic, HEIC",
        "00000018667479706d696631000000006d69663168656963, a.heic, HEIC",
        "000000186674797068656963000000006d69663168656963, a.HEIC, HEIC",
        "1a45dfa3934282847765626d, a.webm, WEBM"
    })
    void knowsATypeByItsBytes(String hex, String name, FileType expected) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(types.detect(bytes, FileName.of(name))).contains(expected);
    }

    @Test
    void theNameDoesNotMakeTheType() {
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

        assertThat(types.detect(png, FileName.of("a.pdf"))).contains(FileType.PNG);
        assertThat(types.detect("hello".getBytes(UTF_8), FileName.of("a.png")))
                .isNotEqualTo(java.util.Optional.of(FileType.PNG));
    }

    @Test
    void knowsOfficeFilesFromOtherArchives() throws IOException {
        byte[] archive = zip();

        assertThat(types.detect(archive, FileName.of("a.zip"))).contains(FileType.ZIP);
        assertThat(types.detect(archive, FileName.of("a.docx"))).contains(FileType.DOCX);
        assertThat(types.detect(archive, FileName.of("a.apk"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><script>alert(1)</script></html> | a.txt",
                "<!DOCTYPE html><p>x | a.png",
                "just text | a.html",
                "just text | a.js",
                "@echo off | a.bat",
                "#!/bin/sh | a.sh",
                "<html><body>hi</body></html> | a.log",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/> | a.svg",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/> | a.txt",
                "MZ\u0090\u0000\u0003\u0000\u0004x | a.png",
                "MZ\u0090\u0000\u0003\u0000\u0004x | a.txt"
            })
    void refusesWhatABrowserOrDesktopWouldRun(String content, String name) {
        assertThat(types.detect(content.getBytes(UTF_8), FileName.of(name))).isEmpty();
    }

    @Test
    void takesTextWithAnyHarmlessName() {
        assertThat(types.detect("Grüße\n".getBytes(UTF_8), FileName.of("a.txt")))
                .contains(FileType.TEXT);
        assertThat(types.detect("a;b\n1;2".getBytes(UTF_8), FileName.of("a.csv")))
                .contains(FileType.CSV);
        assertThat(types.detect("plain".getBytes(UTF_8), FileName.of("noextension")))
                .contains(FileType.TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-28 10:00:00,123 INFO started | server.log",
                "[main]\\nkey=value | app.ini",
                "server { listen 80; } | nginx.conf",
                "{\"a\": 1} | a.json",
                "a: 1 | a.yaml",
                "#!/bin/sh\\nrm -rf / | script.txt",
                "@echo off | a.txt",
                "rem what it was | a.txt",
                "<?xml version=\"1.0\"?><order><id>1</id></order> | a.txt",
                "<order><id>1</id></order> | a.xml",
                "From: a@b.example\\nTo: c@d.example\\nSubject: x\\n\\nHi | mail.txt",
                "From: a@b.example\\nTo: c@d.example\\nSubject: x\\n\\nHi | mail.eml",
                "%!PS is what it said | a.txt",
                "select * from t; | a.sql",
                "print(1) | a.py",
                "# hello | README",
                "MZ 4711 is our number | a.txt",
                "not well-formed < & > | a.config"
            })
    void takesATextForATextWhateverItBeginsWith(String content, String name) {
        byte[] bytes = content.replace("\\n", "\n").getBytes(UTF_8);

        assertThat(types.detect(bytes, FileName.of(name))).contains(FileType.TEXT);
        assertThat(types.detect(bytes, FileName.of("a.csv"))).contains(FileType.CSV);
    }

    @Test
    void takesTextOfWindowsForText() {
        byte[] utf16 = "\uFEFFGr\u00FC\u00DFe".getBytes(UTF_16LE);

        assertThat(types.detect(utf16, FileName.of("a.txt"))).contains(FileType.TEXT);
        assertThat(types.detect(utf16, FileName.of("server.log"))).contains(FileType.TEXT);
    }

    @Test
    void takesNothingBinaryForText() {
        byte[] bytes = "looks like text \u0000\u0001".getBytes(UTF_8);

        assertThat(types.detect(bytes, FileName.of("a.dat"))).isEmpty();
    }

    @Test
    void refusesTypesThatAreNotOnTheList() {
        var onlyText = new FileTypes(new MagicDetector(), EnumSet.of(FileType.TEXT));
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

        assertThat(onlyText.detect(png, FileName.of("a.png"))).isEmpty();
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(1);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
