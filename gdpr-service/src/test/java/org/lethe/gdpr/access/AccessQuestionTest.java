package org.lethe.gdpr.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.subject.Ids;
import org.lethe.runtime.problem.Refusal;

/** A question about somebody is answered only if all of it was understood. */
class AccessQuestionTest {

    private final VisitId visit = Ids.visit();

    @Test
    void namesASubject() throws JsonProcessingException {
        assertThat(question("{\"visits\":[\"%s\"]}".formatted(visit.value())).selectors().visits())
                .containsExactly(visit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"visits\":[]}", "{\"chats\":null}"})
    void isRefusedIfItNamesNobody(String json) {
        assertThat(refused(json).selectors()).isEmpty();
    }

    @Test
    void isRefusedBySelectorsThatAreNotKnownWhateverElseItNames() {
        String json =
                "{\"visits\":[\"%s\"],\"email\":\"mia@visitor.example\"}".formatted(visit.value());

        assertThat(refused(json).selectors()).isEqualTo(Set.of("email"));
    }

    private static AccessResource.NotUnderstood refused(String json) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> question(json).selectors());
        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED);
        return (AccessResource.NotUnderstood) refusal.details().orElseThrow();
    }

    private static AccessResource.AccessQuestion question(String json)
            throws JsonProcessingException {
        return WireFormat.mapper().readValue(json, AccessResource.AccessQuestion.class);
    }
}
