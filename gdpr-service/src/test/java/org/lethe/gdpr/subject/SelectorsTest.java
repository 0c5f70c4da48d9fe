package org.lethe.gdpr.subject;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.subject.Identifier;

class SelectorsTest {

    private final VisitId visit = Ids.visit();
    private final Selectors selectors =
            new Selectors(
                    Set.of(visit),
                    Set.of(),
                    Set.of(),
                    Set.of(
                            AnyOf.one(new Identifier.Email(EmailAddress.of("mia@visitor.example"))),
                            AnyOf.one(new Identifier.Address(ClientAddress.of("2001:db8::7"))),
                            AnyOf.one(new Identifier.Network(ClientAddress.of("192.0.2.0"))),
                            AnyOf.one(
                                    new Identifier.Detail(
                                            DetailName.of("number"), DetailText.of("4711"))),
                            AnyOf.one(
                                    new Identifier.Reference(new ReferenceNumber("7K3F9-QXM2D")))),
                    Match.ALL);

    @Test
    void areTheSameAfterTheyWereSealed() throws JsonProcessingException {
        String sealed = WireFormat.ofSealed().writeValueAsString(selectors);

        assertThat(WireFormat.ofSealed().readValue(sealed, Selectors.class)).isEqualTo(selectors);
    }

    @Test
    void areReadAsAVersionBeforeSealedThem() throws JsonProcessingException {
        String sealed =
                "{\"visits\":[\"%s\"],\"chats\":[],\"letters\":[]}".formatted(visit.value());

        assertThat(WireFormat.ofSealed().readValue(sealed, Selectors.class))
                .isEqualTo(Selectors.ofIds(Set.of(visit), Set.of(), Set.of()));
    }

    @Test
    void areNotPrinted() {
        assertThat(selectors.toString() + selectors.identifiers())
                .doesNotContain("mia", "192", "2001", "4711", visit.value());
    }

    @Test
    void tellOfWhichKindsTheyAre() {
        assertThat(selectors.kinds())
                .isEqualTo(
                        Map.of(
                                SelectorKind.VISIT, 1,
                                SelectorKind.EMAIL, 1,
                                SelectorKind.ADDRESS, 2,
                                SelectorKind.DETAIL, 1,
                                SelectorKind.REFERENCE, 1));
    }

    @Test
    void tellWhetherTheyAreOneId() {
        assertThat(Selectors.ofIds(Set.of(visit), Set.of(), Set.of()).isOneId()).isTrue();
        assertThat(Selectors.ofIds(Set.of(visit, Ids.visit()), Set.of(), Set.of()).isOneId())
                .isFalse();
        assertThat(selectors.isOneId()).isFalse();
    }
}
