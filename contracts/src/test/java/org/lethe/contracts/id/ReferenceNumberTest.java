package org.lethe.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceNumberTest {

    private static final ReferenceNumber NUMBER = new ReferenceNumber("7K3F9-QXM20");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K3F9-QXM20",
                "7k3f9qxm20",
                " 7K3F9 QXM2O ",
                "7K3F9–QXM20",
                "7 K 3 F 9 Q X M 2 o"
            })
    void isReadAsPeopleWriteIt(String written) {
        assertThat(ReferenceNumber.of(written)).isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7K3F9-QXM2",
                "7K3F9-QXM200",
                "7K3F9-QXM2U",
                "7K3F9-QXM2é",
                "7\u212a3F9-QXM20"
            })
    void refusesWhatIsNone(String written) {
        assertThatThrownBy(() -> ReferenceNumber.of(written))
                .isInstanceOf(InvalidIdException.class)
                .hasMessage("not a valid reference number");
    }

    @Test
    void isTheSameForTheSameScope() {
        ScopeId chat = ScopeId.parse("c17-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh");

        assertThat(ReferenceNumber.of(chat)).isEqualTo(ReferenceNumber.of(chat));
        assertThat(ReferenceNumber.of(ReferenceNumber.of(chat).value()))
                .isEqualTo(ReferenceNumber.of(chat));
    }
}
