package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.opendsr.OpenDsrError.Objection;
import org.lethe.gdpr.opendsr.RequestReader.RequestBody.Extension;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.gdpr.subject.UnknownSelectors;
import org.lethe.runtime.problem.Refusal;

/** Reads an OpenDSR request and objects to all that is wrong with it at once. */
@ApplicationScoped
class RequestReader {

    private static final int MAX_CALLBACKS = 5;
    private static final Set<String> REGULATIONS = Set.of("gdpr", "ccpa");
    private static final ObjectReader JSON = WireFormat.mapper().readerFor(RequestBody.class);

    private final OpenDsrSettings config;
    private final CallbackOrigins origins;
    private final RequestStore store;
    private final Clock clock;

    RequestReader(
            OpenDsrSettings config, CallbackOrigins origins, RequestStore store, Clock clock) {
        this.config = config;
        this.origins = origins;
        this.store = store;
        this.clock = clock;
    }

    /** Throws {@link Refusal} with every objection. */
    SubjectRequest read(AccountId account, byte[] bytes) {
        var objections = EnumSet.noneOf(Objection.class);
        RequestBody body = body(bytes);
        // Missing in the specification's own example, so a missing one is taken for the usual one.
        if (!REGULATIONS.contains(Objects.requireNonNullElse(body.regulation(), "gdpr"))) {
            objections.add(Objection.INVALID_REGULATION);
        }
        if (!Objects.requireNonNullElse(body.apiVersion(), "2.0").startsWith("2.")) {
            objections.add(Objection.UNSUPPORTED_VERSION);
        }
        if (!isTime(body.submittedTime())) {
            objections.add(Objection.INVALID_SUBMITTED_TIME);
        }
        if (body.subjectIdentities() != null && !body.subjectIdentities().isEmpty()) {
            objections.add(Objection.UNSUPPORTED_IDENTITY);
        }
        Optional<RequestId> id =
                Optional.ofNullable(body.subjectRequestId()).flatMap(RequestId::parse);
        if (id.isEmpty()) {
            objections.add(Objection.INVALID_REQUEST_ID);
        }
        Optional<RequestType> type =
                Arrays.stream(RequestType.values())
                        .filter(each -> each.code().equals(body.subjectRequestType()))
                        .findFirst();
        if (type.isEmpty()) {
            objections.add(Objection.INVALID_REQUEST_TYPE);
        }
        Extension own = extension(body.extensions(), objections);
        Selectors selectors = selectors(own, objections);
        List<URI> callbacks = callbacks(account, body.statusCallbackUrls(), objections);
        if (!objections.isEmpty()) {
            throw OpenDsrError.refusal(config.domain(), objections, own.unknown());
        }
        return new SubjectRequest(
                store.scopeOf(account, id.orElseThrow()),
                account,
                id.orElseThrow(),
                type.orElseThrow(),
                selectors,
                callbacks,
                clock.instant(),
                new Progress.Received());
    }

    private RequestBody body(byte[] bytes) {
        try {
            RequestBody body = JSON.readValue(bytes);
            if (body != null) {
                return body;
            }
        } catch (IOException _) {
            // The message would quote the body.
        }
        throw OpenDsrError.refusal(config.domain(), EnumSet.of(Objection.UNREADABLE));
    }

    private static boolean isTime(@Nullable String text) {
        try {
            return text != null && OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private Extension extension(
            @Nullable Map<String, Extension> extensions, Set<Objection> objections) {
        Extension sent = extensions == null ? null : extensions.get(config.domain());
        Extension own = sent == null ? new Extension(null, null, null, null) : sent;
        if (!own.unknown().isEmpty()) {
            objections.add(Objection.UNKNOWN_SELECTOR);
        }
        return own;
    }

    private static Selectors selectors(Extension own, Set<Objection> objections) {
        var selectors =
                new Selectors(
                        ids(own.visits(), VisitId::new, objections),
                        ids(own.chats(), ChatId::new, objections),
                        ids(own.letters(), LetterId::new, objections));
        if (selectors.isEmpty()) {
            objections.add(Objection.NO_SUBJECT);
        }
        if (selectors.all().size() > Selectors.MAX_IDS) {
            objections.add(Objection.TOO_MANY_SELECTORS);
        }
        return selectors;
    }

    private static <T> Set<T> ids(
            @Nullable List<String> values, Function<String, T> kind, Set<Objection> objections) {
        var ids = new LinkedHashSet<T>();
        for (String value : Objects.requireNonNullElse(values, List.<String>of())) {
            try {
                ids.add(kind.apply(value));
            } catch (InvalidIdException | NullPointerException _) {
                objections.add(Objection.INVALID_SELECTOR);
            }
        }
        return ids;
    }

    private List<URI> callbacks(
            AccountId account, @Nullable List<String> urls, Set<Objection> objections) {
        var callbacks = new ArrayList<URI>();
        for (String url : Objects.requireNonNullElse(urls, List.<String>of())) {
            try {
                callbacks.add(new URI(url));
            } catch (URISyntaxException | NullPointerException _) {
                objections.add(Objection.UNREGISTERED_CALLBACK);
            }
        }
        if (!callbacks.stream().allMatch(url -> origins.allow(account, url))) {
            objections.add(Objection.UNREGISTERED_CALLBACK);
        }
        if (callbacks.size() > MAX_CALLBACKS) {
            objections.add(Objection.TOO_MANY_CALLBACKS);
        }
        return callbacks;
    }

    /** The body of {@code POST /requests}, as it was sent; nothing in it is checked. */
    @JsonNaming(SnakeCaseStrategy.class)
    record RequestBody(
            @Nullable String regulation,
            @Nullable String subjectRequestId,
            @Nullable String subjectRequestType,
            @Nullable List<Identity> subjectIdentities,
            @Nullable String submittedTime,
            @Nullable String apiVersion,
            @Nullable List<String> statusCallbackUrls,
            @Nullable Map<String, Extension> extensions) {

        @Override
        public String toString() {
            return "[redacted]";
        }

        /** A person by something that Lethe keeps no index of. */
        @JsonNaming(SnakeCaseStrategy.class)
        record Identity(
                @Nullable String identityType,
                @Nullable String identityFormat,
                @Nullable JsonNode identityValue) {

            @Override
            public String toString() {
                return "[redacted]";
            }
        }

        /**
         * Our own selectors, under our domain.
         *
         * @param others what was sent beside them
         */
        record Extension(
                @Nullable List<String> visits,
                @Nullable List<String> chats,
                @Nullable List<String> letters,
                @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, JsonNode> others) {

            /** The names of selectors that are not known. */
            Set<String> unknown() {
                return UnknownSelectors.names(others);
            }

            @Override
            public String toString() {
                return "[redacted]";
            }
        }
    }
}
