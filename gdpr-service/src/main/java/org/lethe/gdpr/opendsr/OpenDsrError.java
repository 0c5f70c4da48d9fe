package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.problem.Refusal;

/** Why a request is refused, as OpenDSR says it: the member error of the problem. */
record OpenDsrError(int code, String message, List<Detail> errors) {

    /**
     * One objection.
     *
     * @param selectors that are not known, where that is the objection
     */
    record Detail(
            String domain, Objection reason, String message, Optional<Set<String>> selectors) {}

    static Refusal refusal(String domain, Set<Objection> objections) {
        return refusal(domain, objections, Set.of());
    }

    static Refusal refusal(String domain, Set<Objection> objections, Set<String> unknown) {
        ErrorCode code = ErrorCode.MALFORMED;
        List<Detail> details =
                objections.stream()
                        .map(reason ->
                                new Detail(
                                        domain,
                                        reason,
                                        reason.message,
                                        Optional.of(unknown)
                                                .filter(_ -> reason == Objection.UNKNOWN_SELECTOR)))
                        .toList();
        return new Refusal(code, new OpenDsrError(code.httpStatus(), code.title(), details));
    }

    /** What is wrong. The texts are constant: an answer never repeats what was sent but a name. */
    enum Objection {
        UNREADABLE("The body is not a request in JSON."),
        INVALID_REGULATION("regulation must be gdpr or ccpa."),
        INVALID_REQUEST_ID("subject_request_id must be a UUID of version 4 in lower case."),
        INVALID_REQUEST_TYPE("subject_request_type must be access, portability or erasure."),
        INVALID_SUBMITTED_TIME("submitted_time must be a time of RFC 3339."),
        UNSUPPORTED_VERSION("api_version must be 2.0."),
        UNSUPPORTED_IDENTITY(
                "Identities of this type are not supported; name visits, chats or letters in the"
                        + " extension of this processor's domain."),
        UNKNOWN_SELECTOR(
                "A subject can be named by visits, chats and letters, and by nothing else."),
        INVALID_SELECTOR("The extension holds something that is not an id of its kind."),
        TOO_MANY_SELECTORS("The extension holds too many ids."),
        NO_SUBJECT("The request names nobody."),
        UNREGISTERED_CALLBACK("A callback URL is not at an origin that is registered."),
        TOO_MANY_CALLBACKS("There are too many callback URLs.");

        private final String message;

        Objection(String message) {
            this.message = message;
        }

        @JsonValue
        String reason() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
