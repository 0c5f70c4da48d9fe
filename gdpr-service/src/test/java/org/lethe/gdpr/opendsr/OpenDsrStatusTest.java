package org.lethe.gdpr.opendsr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.opendsr.TestProcessor.Answer;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.Ids;
import org.lethe.gdpr.subject.Selectors;
import org.lethe.runtime.caller.Caller;

/** The specification, row by row: what becomes of a request. */
class OpenDsrStatusTest extends OpenDsrRows {

    @Test
    void tellsTheStatusOfAnErasure() {
        processor.submit(request("erasure", ""));
        JsonNode waiting = processor.status(ID).json();
        assertThat(names(waiting))
                .contains(
                        "controller_id",
                        "expected_completion_time",
                        "subject_request_id",
                        "request_status");
        assertThat(names(waiting)).doesNotContain("results_url", "status_callback_url");
        assertThat(waiting.path("request_status").asText()).isEqualTo("in_progress");

        processor.answerOfAllServices(ID);
        processor.submit(request("erasure", ""));

        JsonNode done = processor.status(ID).json();
        assertThat(done.path("request_status").asText()).isEqualTo("completed");
        assertThat(done.path("results_count").asInt()).isOne();
    }

    @Test
    void answersHonestlyThatNothingIsHeld() {
        String nobody = request("erasure", "").replace(visit.value(), Ids.visit().value());

        assertThat(processor.submit(nobody).status()).isEqualTo(201);

        JsonNode status = processor.status(ID).json();
        assertThat(status.path("request_status").asText()).isEqualTo("completed");
        assertThat(status.path("results_count").asInt(-1)).isZero();
        assertThat(status.at("/extensions/lethe.example/receipt").isMissingNode()).isTrue();
    }

    @Test
    void printsNothingOfACallbacksPath() {
        var status =
                new Answers.StatusAnswer(
                        new AccountId("acme"),
                        Instant.EPOCH,
                        new RequestId(ID),
                        RequestStatus.PENDING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(URI.create("https://acme.example/hooks/canary")),
                        Map.of());

        assertThat(status.toString()).doesNotContain("canary");
    }

    @Test
    void knowsNoStatusOfWhatWasNeverAsked() {
        assertThat(processor.status(ID).status()).isEqualTo(404);
        assertThat(processor.status("no-id").status()).isEqualTo(404);
        assertThat(processor.cancel(ID).status()).isEqualTo(404);
    }

    @Test
    void givesResultsUntilTheyAreAcknowledged() {
        processor.submit(request("access", ""));
        JsonNode status = processor.status(ID).json();
        assertThat(status.path("request_status").asText()).isEqualTo("completed");
        assertThat(status.path("results_count").asInt()).isOne();
        assertThat(status.path("results_url").asText())
                .isEqualTo("https://chat.lethe.example/requests/" + ID + "/results");

        Answer first = processor.results(ID);
        Answer second = processor.results(ID);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text()).contains(visit.value()).isEqualTo(second.text());

        assertThat(processor.acknowledge(ID)).isEqualTo(new Answer(204, ""));
        assertThat(processor.acknowledge(ID)).isEqualTo(new Answer(204, ""));
        assertThat(processor.results(ID).status()).isEqualTo(404);
        JsonNode over = processor.status(ID).json();
        assertThat(over.path("request_status").asText()).isEqualTo("completed");
        assertThat(over.path("results_count").asInt()).isOne();
        assertThat(names(over)).doesNotContain("results_url");
    }

    @Test
    void letsStaffThatMayActAloneFetchAndAcknowledge() {
        processor.submit(request("access", ""));
        processor.askedBy(staff(true));

        assertThat(processor.results(ID).status()).isEqualTo(200);
        assertThat(processor.acknowledge(ID).status()).isEqualTo(204);
        assertThat(processor.results(ID).status()).isEqualTo(404);
    }

    @Test
    void letsStaffThatMayNotActAloneAcknowledgeNothingOfOthers() {
        processor.submit(request("access", ""));
        processor.askedBy(staff(false));

        assertThat(processor.results(ID).status()).isEqualTo(404);
        assertThat(processor.acknowledge(ID).status()).isEqualTo(404);

        processor.askedBy(TestProcessor.OFFICER);
        assertThat(processor.results(ID).status()).isEqualTo(200);
    }

    @Test
    void refusesCallbacksOfStaffThatMayNotActAlone() {
        processor.askedBy(staff(false));
        String url = "\"status_callback_urls\":[\"https://privacy.acme.example/opendsr\"],";

        Answer refused = processor.submit(request("access", url));

        assertThat(refused.reasons()).containsExactly("unregistered_callback");
        assertThat(processor.status(ID).status()).isEqualTo(404);
        assertThat(processor.submit(request("access", "")).status()).isEqualTo(201);
        assertThat(processor.status(ID).json().path("request_status").asText())
                .isEqualTo("pending");
    }

    @Test
    void signsThatSeveralSubjectsMustBeConfirmed() {
        VisitId other = Ids.visit();
        processor.hold(other);
        String both = visit.value() + "\",\"" + other.value();
        String several = request("erasure", "").replace(visit.value(), both);

        Answer refused = processor.submit(several);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("confirmation-required");
        assertThat(refused.json().path("subjects").asInt()).isEqualTo(2);
        String token = refused.json().path("confirmation").asText();
        String confirmed =
                several.replace("\"visits\"", "\"confirmation\":\"" + token + "\",\"visits\"");
        assertThat(processor.submit(confirmed).status()).isEqualTo(201);
    }

    @Test
    void hasNoResultsOfAnErasure() {
        processor.submit(request("erasure", ""));

        assertThat(processor.results(ID).status()).isEqualTo(404);
        assertThat(processor.acknowledge(ID).status()).isEqualTo(404);
        processor.answerOfAllServices(ID);
        processor.submit(request("erasure", ""));
        assertThat(processor.acknowledge(ID).status()).isEqualTo(404);
    }

    @Test
    void withdrawsARequestWhileItIsPendingAlone() {
        processor.store().receive(pending());

        assertThat(processor.status(ID).json().path("request_status").asText())
                .isEqualTo("pending");
        Answer cancelled = processor.cancel(ID);
        assertThat(cancelled.status()).isEqualTo(202);
        assertThat(names(cancelled.json()))
                .contains("controller_id", "received_time", "subject_request_id");
        assertThat(processor.submit(request("erasure", "")).status()).isEqualTo(409);
    }

    @Test
    void withdrawsNothingThatIsWorkedOnOrDone() {
        processor.submit(request("erasure", ""));
        assertThat(processor.cancel(ID).status()).isEqualTo(409);

        processor.answerOfAllServices(ID);
        processor.submit(request("erasure", ""));
        assertThat(processor.cancel(ID).status()).isEqualTo(409);
    }

    @Test
    void callsBackAtEachChange() {
        String url = "https://privacy.acme.example/opendsr";
        String body = request("erasure", "\"status_callback_urls\":[\"" + url + "\"],");
        processor.submit(body);
        processor.answerOfAllServices(ID);
        processor.submit(body);

        assertThat(processor.callbacks())
                .extracting(call -> call.path("request_status").asText())
                .containsExactly("in_progress", "completed");
        assertThat(processor.callbacks())
                .allSatisfy(call -> {
                    assertThat(names(call))
                            .contains(
                                    "controller_id",
                                    "status_callback_url",
                                    "subject_request_id",
                                    "request_status",
                                    "expected_completion_time");
                    assertThat(call.path("status_callback_url").asText()).isEqualTo(url);
                    assertThat(call.toString()).doesNotContain(visit.value());
                });
    }

    private static Caller staff(boolean alone) {
        var somebody = new OperatorId(UUID.randomUUID().toString());
        return new Caller.Delegate(Ids.ACME, somebody, alone);
    }

    private SubjectRequest pending() {
        var id = new RequestId(ID);
        return new SubjectRequest(
                processor.store().scopeOf(Ids.ACME, id),
                Ids.ACME,
                id,
                RequestType.ERASURE,
                Selectors.ofIds(Set.of(visit), Set.of(), Set.of()),
                List.of(),
                TestProcessor.NOW,
                new Progress.Received());
    }
}
