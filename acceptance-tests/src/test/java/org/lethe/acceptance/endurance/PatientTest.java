package org.lethe.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.UnexpectedAnswer;

class PatientTest {

    private final List<Broken> broken = new ArrayList<>();
    private int repeated;
    private final Patient patient = new Patient(Duration.ZERO, broken::add, () -> repeated++);

    @Test
    void asksAgainUntilAnAnswerStays() {
        Iterator<Answer> answers =
                List.of(problem(503, "admission-closed"), problem(409, "nobody-online"), ok())
                        .iterator();

        assertThat(patient.ask("it", Duration.ofMinutes(1), answers::next)).contains(ok());
        assertThat(repeated).isEqualTo(2);
        assertThat(broken).isEmpty();
    }

    @Test
    void givesUpInTheEnd() {
        assertThat(
                        patient.ask(
                                "it",
                                Duration.ZERO,
                                () -> {
                                    throw new UnexpectedAnswer("cut");
                                }))
                .isEmpty();
    }

    @Test
    void takesARefusalForAnAnswer() {
        assertThat(patient.ask("it", Duration.ZERO, () -> problem(410, "scope-lost")))
                .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(410));
    }

    @Test
    void seesAFailureWithoutACode() {
        patient.judge("it", new Answer(502, headers("text/html"), new byte[0]));

        assertBroken();
    }

    @Test
    void seesAFailureThatNobodyForesaw() {
        patient.judge("it", problem(500, "internal"));

        assertBroken();
    }

    private void assertBroken() {
        assertThat(broken)
                .extracting(Broken::invariant)
                .containsExactly(Invariant.FAILURES_HAVE_CODES);
    }

    private static final byte[] EMPTY = new byte[0];
    private static final Answer OK = new Answer(201, headers("application/json"), EMPTY);

    private static Answer ok() {
        return OK;
    }

    private static Answer problem(int status, String code) {
        byte[] body = "{\"code\":\"%s\"}".formatted(code).getBytes(StandardCharsets.UTF_8);
        return new Answer(status, headers("application/problem+json"), body);
    }

    private static HttpHeaders headers(String type) {
        return HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true);
    }
}
