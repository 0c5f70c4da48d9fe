package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.notice.CallbackOrigins;
import org.lethe.gdpr.opendsr.OpenDsrError.Objection;
import org.lethe.gdpr.processor.OpenDsrSettings;
import org.lethe.gdpr.request.Author;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.selector.SelectorReading;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.runtime.problem.Refusal;

/** Reads an OpenDSR request and objects to all that is wrong with it at once. */
@ApplicationScoped
class RequestReader {

    private static final int MAX_CALLBACKS = 5;
    private static final Set<String> REGULATIONS = Set.of("gdpr", "ccpa");
    private static final String EXTENSIONS = "extensions";
    private static final Pattern VERSION = Pattern.compile("2(\\.[0-9]{1,3}){1,2}");

    private final OpenDsrSettings config;
    private final SubjectReader subjects;
    private final CallbackOrigins origins;
    private final RequestStore store;
    private final Clock clock;

    RequestReader(
            OpenDsrSettings config,
            SubjectReader subjects,
            CallbackOrigins origins,
            RequestStore store,
            Clock clock) {
        this.config = config;
        this.subjects = subjects;
        this.origins = origins;
        this.store = store;
        this.clock = clock;
    }

    /**
     * A request that can be taken.
     *
     * @param confirmation that all who are found are meant, if it has one
     */
    record Reading(SubjectRequest request, @Nullable String confirmation) {}

    /**
     * Throws {@link Refusal} with every objection. Who may not act alone is answered alike for
     * every account: the request waits for a second person, and is told to nobody else.
     */
    Reading read(AccountId account, Author by, byte[] bytes) {
        var objections = new EnumMap<Objection, Set<String>>(Objection.class);
        RequestBody body = body(bytes);
        // Missing in the specification's own example, so a missing one is taken for the usual one.
        if (!REGULATIONS.contains(Objects.requireNonNullElse(body.regulation(), "gdpr"))) {
            objections.put(Objection.INVALID_REGULATION, Set.of());
        }
        if (!VERSION.matcher(Objects.requireNonNullElse(body.apiVersion(), "2.0")).matches()) {
            objections.put(Objection.UNSUPPORTED_VERSION, Set.of());
        }
        if (!isTime(body.submittedTime())) {
            objections.put(Objection.INVALID_SUBMITTED_TIME, Set.of());
        }
        Optional<RequestId> id =
                Optional.ofNullable(body.subjectRequestId()).flatMap(RequestId::parse);
        if (id.isEmpty()) {
            objections.put(Objection.INVALID_REQUEST_ID, Set.of());
        }
        Optional<RequestType> type =
                Arrays.stream(RequestType.values())
                        .filter(each -> each.code().equals(body.subjectRequestType()))
                        .findFirst();
        if (type.isEmpty()) {
            objections.put(Objection.INVALID_REQUEST_TYPE, Set.of());
        }
        Selectors selectors = subjects.read(account, by, body, objections);
        List<URI> callbacks = callbacks(account, by, body.statusCallbackUrls(), objections);
        if (!body.unknown().isEmpty()) {
            objections.put(Objection.UNKNOWN_FIELD, body.unknown());
        }
        if (!objections.isEmpty()) {
            throw OpenDsrError.refusal(config.domain(), objections);
        }
        var request =
                new SubjectRequest(
                        store.scopeOf(account, id.orElseThrow()),
                        account,
                        id.orElseThrow(),
                        type.orElseThrow(),
                        selectors,
                        callbacks,
                        clock.instant(),
                        new Progress.Received());
        return new Reading(request.askedBy(by), subjects.own(body).confirmation());
    }

    private RequestBody body(byte[] bytes) {
        try {
            if (WireFormat.mapper().readTree(bytes) instanceof ObjectNode body) {
                // Those of other processors are theirs, whatever is in them.
                if (body.get(EXTENSIONS) instanceof ObjectNode extensions) {
                    extensions.retain(config.domain());
                }
                return WireFormat.mapper().treeToValue(body, RequestBody.class);
            }
        } catch (JsonMappingException mismatch) {
            throw OpenDsrError.refusal(config.domain(), misshapen(mismatch));
        } catch (IOException _) {
            // The message would quote the body.
        }
        throw OpenDsrError.refusal(config.domain(), Map.of(Objection.UNREADABLE, Set.of()));
    }

    /** Where a selector of ours has another shape than it should, it is named. */
    private static Map<Objection, Set<String>> misshapen(JsonMappingException mismatch) {
        List<JsonMappingException.Reference> path = mismatch.getPath();
        boolean isOurs = path.size() > 2 && EXTENSIONS.equals(path.getFirst().getFieldName());
        String name = isOurs ? path.get(2).getFieldName() : null;
        return name == null
                ? Map.of(Objection.UNREADABLE, Set.of())
                : Map.of(Objection.INVALID_SELECTOR, Set.of(SelectorReading.told(name)));
    }

    private static boolean isTime(@Nullable String text) {
        try {
            return text != null && OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private List<URI> callbacks(
            AccountId account,
            Author by,
            @Nullable List<@Nullable String> urls,
            Map<Objection, Set<String>> objections) {
        var callbacks = new ArrayList<URI>();
        for (String url : Objects.requireNonNullElse(urls, List.<@Nullable String>of())) {
            try {
                callbacks.add(new URI(Objects.requireNonNullElse(url, "")));
            } catch (URISyntaxException _) {
                objections.put(Objection.UNREGISTERED_CALLBACK, Set.of());
            }
        }
        if (!callbacks.stream().allMatch(url -> by.isAlone() && origins.allow(account, url))) {
            objections.put(Objection.UNREGISTERED_CALLBACK, Set.of());
        }
        if (callbacks.size() > MAX_CALLBACKS) {
            objections.put(Objection.TOO_MANY_CALLBACKS, Set.of());
        }
        return callbacks;
    }
}
