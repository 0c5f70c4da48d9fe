package org.lethe.presence.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.runtime.problem.Refusal;

class OpenVisitTest {

    private static final String CONSENT =
            "\"consent\":{\"text\":\"Yes, please.\",\"at\":\"2026-01-01T10:00:00Z\"}";

    @Test
    void takesDetailsOfAllScalarTypes() throws JsonProcessingException {
        OpenVisit request =
                read(
                        "\"details\":{\"plan\":\"pro\",\"seats\":3,\"vip\":true,\"empty\":null},",
                        CONSENT);

        assertThat(request.boundedDetails())
                .containsOnly(entry("plan", "pro"), entry("seats", "3"), entry("vip", "true"));
    }

    @Test
    void cutsLongDetails() throws JsonProcessingException {
        OpenVisit request = read("\"details\":{\"k\":\"" + "x".repeat(2_000) + "\"},", CONSENT);

        assertThat(request.boundedDetails().get(DetailName.of("k")))
                .isEqualTo(DetailText.of("x".repeat(DetailText.MAX_LENGTH)));
    }

    @Test
    void takesAVisitWhateverItsDetailsAre() throws JsonProcessingException {
        OpenVisit request =
                read(
                        "\"details\":{\"cart\":{\"items\":[1]},\"tags\":[],\"\u200B\":\"x\",\""
                                + "k".repeat(5_000)
                                + "\":\"v\"},",
                        CONSENT);

        assertThat(request.boundedDetails())
                .containsOnly(entry("k".repeat(DetailName.MAX_LENGTH), "v"));
    }

    @Test
    void takesTheFirstOfTooManyDetails() throws JsonProcessingException {
        String many =
                IntStream.rangeClosed(0, VisitDocument.MAX_DETAILS)
                        .mapToObj(at -> "\"k" + at + "\":\"v\"")
                        .collect(Collectors.joining(","));
        OpenVisit request = read("\"details\":{" + many + "},", CONSENT);

        assertThat(request.boundedDetails())
                .hasSize(VisitDocument.MAX_DETAILS)
                .doesNotContainKey(DetailName.of("k" + VisitDocument.MAX_DETAILS));
    }

    @Test
    void refusesAVisitWithoutConsent() throws JsonProcessingException {
        refuses(ErrorCode.CONSENT_MISSING, read("", "\"x\":1")::requiredConsent);
        refuses(
                ErrorCode.CONSENT_MISSING,
                read("", "\"consent\":{\"text\":\" \",\"at\":\"2026-01-01T10:00:00Z\"}")
                        ::requiredConsent);
        refuses(
                ErrorCode.CONSENT_MISSING,
                read("", "\"consent\":{\"text\":\"Yes\"}")::requiredConsent);
    }

    @Test
    void keepsTheWordsOfTheConsent() throws JsonProcessingException {
        assertThat(read("", CONSENT).requiredConsent().text().reveal()).isEqualTo("Yes, please.");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refuses(
            ErrorCode code, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static java.util.Map.Entry<DetailName, DetailText> entry(String key, String value) {
        return java.util.Map.entry(DetailName.of(key), DetailText.of(value));
    }

    private static OpenVisit read(String details, String consent) throws JsonProcessingException {
        return WireFormat.mapper()
                .readValue(
                        "{\"account\":\"acme\",\"page\":{\"url\":\"https://a.example/\"},"
                                + details
                                + consent
                                + "}",
                        OpenVisit.class);
    }
}
