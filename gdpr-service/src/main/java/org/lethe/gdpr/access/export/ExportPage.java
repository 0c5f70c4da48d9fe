package org.lethe.gdpr.access.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.lethe.contracts.Sha256;

/**
 * What is held as a page to read and to print: one file without scripts, which loads nothing.
 *
 * <p>The engine is our own and not the application's: it renders this page and nothing else, and
 * fails on a name that it does not know.
 */
final class ExportPage {

    private static final List<String> LISTS = List.of("visits", "chats", "letters");
    private static final String STYLE = source("page.css");
    private static final Template TEMPLATE =
            Engine.builder()
                    .addDefaults()
                    .addValueResolver(new ReflectionValueResolver())
                    .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                    .strictRendering(true)
                    .removeStandaloneLines(true)
                    .build()
                    .parse(source("page.html"), Variant.forContentType(Variant.TEXT_HTML));

    /** For the page wherever it is opened; as a header, frames can be forbidden besides. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(Sha256.of(STYLE))
                    + "'; base-uri 'none'; form-action 'none'";

    /** The policy that the page is served under. */
    static final String HEADER = POLICY + "; frame-ancestors 'none'";

    private ExportPage() {}

    static String of(ObjectNode held, ExportWords words) {
        return TEMPLATE.data("page", View.of(held, words)).render();
    }

    private static String source(String file) {
        try (InputStream in = ExportPage.class.getResourceAsStream("/export/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as its template shows it. */
    public record View(
            String language,
            String direction,
            String policy,
            RawString style,
            String title,
            List<String> intro,
            List<ExportRow> head,
            List<Section> sections,
            String nothing) {

        static View of(ObjectNode held, ExportWords words) {
            ObjectNode head = held.deepCopy().remove(LISTS);
            return new View(
                    words.language().code(),
                    words.language().direction(),
                    POLICY,
                    new RawString(STYLE),
                    words.page("title"),
                    Stream.of("intro", "times", "copy").map(words::page).toList(),
                    ExportRows.of(head, words),
                    sections(held, words),
                    words.page("nothing"));
        }

        private static List<Section> sections(ObjectNode held, ExportWords words) {
            var sections = new ArrayList<Section>();
            for (String list : LISTS) {
                var items = new ArrayList<List<ExportRow>>();
                for (JsonNode item : held.path(list)) {
                    items.add(ExportRows.of(item, words));
                }
                if (!items.isEmpty()) {
                    sections.add(new Section(words.label(list), items));
                }
            }
            return sections;
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** All items of one kind. */
    public record Section(String title, List<List<ExportRow>> items) {

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
