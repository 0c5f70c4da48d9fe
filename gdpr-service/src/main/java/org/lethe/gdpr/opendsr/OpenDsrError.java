package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.gdpr.selector.SelectorFault;
import org.lethe.runtime.problem.Refusal;

/** Why a request is refused, as OpenDSR says it: the member error of the problem. */
record OpenDsrError(int code, String message, List<Detail> errors) {

    /**
     * One objection.
     *
     * @param selectors of which it is made, by name: of an identity, its type
     * @param fields of the request of which it is made, by name
     */
    record Detail(
            String domain,
            Objection reason,
            String message,
            Optional<Set<String>> selectors,
            Optional<Set<String>> fields) {}

    static Refusal refusal(String domain, Map<Objection, Set<String>> objections) {
        ErrorCode code = ErrorCode.MALFORMED;
        List<Detail> details =
                objections.entrySet().stream()
                        .map(each ->
                                new Detail(
                                        domain,
                                        each.getKey(),
                                        each.getKey().message,
                                        names(each, each.getKey() != Objection.UNKNOWN_FIELD),
                                        names(each, each.getKey() == Objection.UNKNOWN_FIELD)))
                        .toList();
        return new Refusal(code, new OpenDsrError(code.httpStatus(), code.title(), details));
    }

    private static Optional<Set<String>> names(
            Map.Entry<Objection, Set<String>> objection, boolean areThese) {
        return Optional.of(objection.getValue()).filter(names -> areThese && !names.isEmpty());
    }

    /** What is wrong. The texts are constant: an answer never repeats what was sent but a name. */
    enum Objection {
        UNREADABLE("The body is not a request in JSON."),
        INVALID_REGULATION("regulation must be gdpr or ccpa."),
        INVALID_REQUEST_ID("subject_request_id must be a UUID of version 4 in lower case."),
        INVALID_REQUEST_TYPE("subject_request_type must be access, portability or erasure."),
        INVALID_SUBMITTED_TIME("submitted_time must be a time of RFC 3339."),
        UNSUPPORTED_VERSION("api_version must be 2.0."),
        UNKNOWN_FIELD(
                "The request has a field that OpenDSR does not; what is ours belongs into the"
                        + " extension of this processor's domain."),
        UNSUPPORTED_IDENTITY(
                "Nothing is found by identities of these types; what else names a subject goes into"
                        + " the extension of this processor's domain."),
        UNSUPPORTED_FORMAT("Identities of these types are taken in the format raw alone."),
        UNKNOWN_SELECTOR(SelectorFault.UNKNOWN_SELECTOR),
        INVALID_SELECTOR(SelectorFault.INVALID_SELECTOR),
        INVALID_MATCH(SelectorFault.INVALID_MATCH),
        NETWORK_TOO_WIDE(SelectorFault.NETWORK_TOO_WIDE),
        UNMARKED_DETAIL(SelectorFault.UNMARKED_DETAIL),
        TOO_MANY_SELECTORS(SelectorFault.TOO_MANY_SELECTORS),
        NO_SUBJECT(SelectorFault.NO_SUBJECT),
        UNREGISTERED_CALLBACK("A callback URL is not at an origin that is registered."),
        TOO_MANY_CALLBACKS("There are too many callback URLs.");

        private final String message;

        Objection(String message) {
            this.message = message;
        }

        Objection(SelectorFault fault) {
            this(fault.message());
        }

        static Objection of(SelectorFault fault) {
            return switch (fault) {
                case UNKNOWN_SELECTOR -> UNKNOWN_SELECTOR;
                case INVALID_SELECTOR -> INVALID_SELECTOR;
                case INVALID_MATCH -> INVALID_MATCH;
                case NETWORK_TOO_WIDE -> NETWORK_TOO_WIDE;
                case UNMARKED_DETAIL -> UNMARKED_DETAIL;
                case TOO_MANY_SELECTORS -> TOO_MANY_SELECTORS;
                case NO_SUBJECT -> NO_SUBJECT;
            };
        }

        @JsonValue
        String reason() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
