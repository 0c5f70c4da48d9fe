package org.lethe.contracts.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.contracts.id.ReferenceNumber;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0",
        "192.0.2.0, 192.0.2.0",
        "::ffff:192.0.2.77, 192.0.2.0",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "2001:DB8:1:2::, 2001:db8:1:2::"
    })
    void knowsTheNetworkThatAnAddressIsIn(String address, String first) {
        assertThat(Identifier.Network.of(ClientAddress.of(address)).normal()).isEqualTo(first);
        assertThat(Identifier.ofAddress(ClientAddress.of(address)))
                .containsExactlyInAnyOrder(
                        new Identifier.Address(ClientAddress.of(address)),
                        new Identifier.Network(ClientAddress.of(first)));
    }

    @Test
    void takesADetailThatIsAnAddressForOne() {
        assertThat(detail("eMail", " Ada@Example.ORG ").normal()).isEqualTo("ada@example.org");
        assertThat(detail("email", "unknown")).isInstanceOf(Identifier.Detail.class);
        assertThat(detail("customer", "ada@example.org")).isInstanceOf(Identifier.Detail.class);
    }

    @Test
    void tellsNothingWhenItIsPrinted() {
        ClientAddress address = ClientAddress.of("192.0.2.7");
        assertThat(
                        Stream.of(
                                new Identifier.Email(EmailAddress.of("canary@example.org")),
                                new Identifier.Address(address),
                                new Identifier.Network(address),
                                new Identifier.Reference(ReferenceNumber.of("7K3F9-QXM2D")),
                                detail("canary", "canary")))
                .allMatch(each -> each.toString().equals("[redacted]"));
    }

    @Test
    void goesWithTheAddressOrNot() {
        assertThat(Identifier.ofAddress(ClientAddress.of("192.0.2.7")))
                .allMatch(each -> each.kind().isOfAddress());
        assertThat(
                        Set.of(
                                detail("customer", "1"),
                                detail("email", "ada@example.org"),
                                new Identifier.Reference(ReferenceNumber.of("7K3F9-QXM2D"))))
                .noneMatch(each -> each.kind().isOfAddress());
    }

    private static Identifier detail(String name, String text) {
        return Identifier.ofDetail(DetailName.of(name), DetailText.of(text));
    }
}
