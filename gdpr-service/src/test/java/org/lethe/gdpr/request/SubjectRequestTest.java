package org.lethe.gdpr.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.gdpr.subject.Ids.ACME;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.ActingRole;
import org.lethe.contracts.id.OperatorId;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Selectors;

class SubjectRequestTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final RequestId ID = new RequestId("a7551968-d5d6-44b2-9831-815ac9017798");

    private final SubjectRequest request =
            new SubjectRequest(
                    ID.scope(ACME, "t3st"),
                    ACME,
                    ID,
                    RequestType.ERASURE,
                    Selectors.ofIds(Set.of(Ids.visit()), Set.of(), Set.of()),
                    List.of(),
                    NOW,
                    new Progress.Received());

    @Test
    void comesBackAsItWasSealed() throws JsonProcessingException {
        SubjectRequest asked = request.askedBy(new Author(ActingRole.STAFF, NOW));

        assertThat(read(write(asked))).isEqualTo(asked);
        assertThat(read(write(request))).isEqualTo(request);
    }

    @Test
    void comesBackWithWhoMayNotActAlone() throws JsonProcessingException {
        var sara = new OperatorId("0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5e");
        SubjectRequest asked = request.askedBy(new Author(ActingRole.STAFF, NOW, sara));
        SubjectRequest confirmed = asked.confirmedBy(new Author(ActingRole.PRIVACY_OFFICER, NOW));

        assertThat(asked.progress()).isEqualTo(new Progress.Unconfirmed());
        assertThat(read(write(asked))).isEqualTo(asked);
        assertThat(read(write(confirmed))).isEqualTo(confirmed);
        assertThat(read(write(confirmed.with(new Progress.Cancelled(null, true)))))
                .extracting(SubjectRequest::progress)
                .isEqualTo(new Progress.Cancelled(null, true));
    }

    /** Requests live for a day, and so through an update. */
    @Test
    void opensWhatWasSealedBeforeAuthorsWereKept() throws JsonProcessingException {
        ObjectNode earlier = write(request);
        earlier.remove(List.of("author", "second"));

        assertThat(read(earlier)).isEqualTo(request);
    }

    @Test
    void keepsWhoAskedFromStepToStep() {
        var author = new Author(ActingRole.PRIVACY_OFFICER, NOW);

        assertThat(request.askedBy(author).with(new Progress.Answered(1)).author())
                .isEqualTo(author);
    }

    private static ObjectNode write(SubjectRequest request) {
        return WireFormat.ofSealed().valueToTree(request);
    }

    private static SubjectRequest read(JsonNode json) throws JsonProcessingException {
        return WireFormat.ofSealed().treeToValue(json, SubjectRequest.class);
    }
}
