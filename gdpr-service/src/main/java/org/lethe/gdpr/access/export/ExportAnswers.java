package org.lethe.gdpr.access.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.gdpr.access.ExportSettings;
import org.lethe.gdpr.access.SubjectAccess;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.runtime.caller.CurrentCaller;
import org.lethe.runtime.http.AnswerForm;
import org.lethe.runtime.stream.ClientStream;
import org.lethe.runtime.stream.StreamedAnswer;

/** Answers with what is held in the form that the request asks for: JSON, a page, an archive. */
@ApplicationScoped
public class ExportAnswers {

    private final SubjectAccess access;
    private final Vault vault;
    private final ExportSettings config;
    private final RoutingContext routing;
    private final OpenArchives archives;
    private final CurrentCaller caller;

    ExportAnswers(
            SubjectAccess access,
            Vault vault,
            ExportSettings config,
            RoutingContext routing,
            OpenArchives archives,
            CurrentCaller caller) {
        this.access = access;
        this.vault = vault;
        this.config = config;
        this.routing = routing;
        this.archives = archives;
        this.caller = caller;
    }

    /** What these scopes of one account hold. */
    public Response answer(AccountId account, Set<ScopeId> scopes) {
        return switch (AnswerForm.of(routing, AnswerForm.JSON, AnswerForm.HTML, AnswerForm.ZIP)) {
            case JSON, JSON_LD -> json(access.held(account, scopes));
            case HTML -> page(access.held(account, scopes));
            case ZIP -> archive(account, scopes);
        };
    }

    private Response json(ObjectNode held) {
        return Response.ok(held, MediaType.APPLICATION_JSON_TYPE)
                .header(
                        HttpHeaders.LINK,
                        "<"
                                + config.schema()
                                + ">; rel=\"describedby\"; type=\"application/schema+json\"")
                .build();
    }

    private Response page(ObjectNode held) {
        return Response.ok(ExportPage.of(held, words()), MediaType.TEXT_HTML + ";charset=utf-8")
                .header("Content-Security-Policy", ExportPage.HEADER)
                .header(HttpHeaders.CONTENT_LANGUAGE, words().language().code())
                .build();
    }

    private Response archive(AccountId account, Set<ScopeId> scopes) {
        ClientStream client = ClientStream.to(routing);
        OpenArchive open =
                archives.begin(ArchiveReader.of(account, caller.caller()), scopes, client);
        // However the answer ends, also before its first byte, its place is given back.
        routing.addEndHandler(_ -> open.close());
        ObjectNode held = access.held(account, scopes);
        var archive = new ExportArchive(config.files().map(SealedFiles::new), this::open, words());
        var body = new StreamedAnswer(client, routing.response(), out -> archive.write(held, out));
        return Response.ok(body, AnswerForm.ZIP.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"export.zip\"")
                .build();
    }

    private ExportWords words() {
        return ExportWords.in(
                ExportLanguage.of(routing.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private Optional<ScopeCipher> open(ChatId chat) {
        return vault.lookup(chat) instanceof Lookup.Open(ScopeCipher cipher, var _)
                ? Optional.of(cipher)
                : Optional.empty();
    }
}
