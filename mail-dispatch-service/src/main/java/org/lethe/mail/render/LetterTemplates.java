package org.lethe.mail.render;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The Qute templates in {@code /letters}, one text and one HTML for each kind of letter.
 *
 * <p>The engine is our own and not the application's: it renders letters and nothing else, fails on
 * a name that it does not know, and is the very same one in a plain test.
 */
final class LetterTemplates {

    private final Engine engine =
            Engine.builder()
                    .addDefaults()
                    .addValueResolver(new ReflectionValueResolver())
                    .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                    .addResultMapper(new Fence())
                    .strictRendering(true)
                    .removeStandaloneLines(true)
                    .build();

    String text(LetterView view) {
        return template(view.template() + ".txt", Variant.TEXT_PLAIN).data("letter", view).render();
    }

    String html(LetterView view) {
        return template(view.template() + ".html", Variant.TEXT_HTML).data("letter", view).render();
    }

    private Template template(String file, String contentType) {
        Template known = engine.getTemplate(file);
        if (known != null) {
            return known;
        }
        Template parsed = engine.parse(source(file), Variant.forContentType(contentType), file);
        engine.putTemplate(file, parsed);
        return parsed;
    }

    private static String source(String file) {
        try (InputStream in = LetterTemplates.class.getResourceAsStream("/letters/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no template " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
