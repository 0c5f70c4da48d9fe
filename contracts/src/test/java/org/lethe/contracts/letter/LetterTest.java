package org.lethe.contracts.letter;

import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.scope.Whereabouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.contracts.Examples.AT;
import static org.lethe.contracts.Examples.LETTER;
import static org.lethe.contracts.Examples.text;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.contracts.Golden;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.Speaker;

class LetterTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @MethodSource("letters")
    void hasAGoldenForm(Letter letter) throws IOException {
        String name = "letters/" + letter.letterKind().code();

        Golden.assertWire(name, letter);
        assertThat(WireFormat.mapper().readValue(Golden.read(name), Letter.class))
                .isEqualTo(letter);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void printsNothingOfAPerson(Letter letter) {
        assertThat(letter.toString()).doesNotContain("Vera", "desk@", "parcel", "Acme");
    }

    @Test
    void holdsAddressesApart() throws IOException {
        var address = new Whereabouts(ClientAddress.of("192.0.2.7"), null);
        Golden.assertWire("letters/address", address);
        assertThat(
                        WireFormat.mapper()
                                .readValue(Golden.read("letters/address"), Whereabouts.class))
                .isEqualTo(address);
    }

    static List<Letter> letters() {
        return List.of(
                new TranscriptLetter(
                        text("desk@acme.example"),
                        text("Acme"),
                        ZONE,
                        AT,
                        AT.plusSeconds(60),
                        EndReason.VISITOR,
                        text("Vera"),
                        text("vera@mail.example"),
                        text("Where is my parcel?"),
                        List.of(
                                new TranscriptLetter.Line(
                                        AT, Speaker.VISITOR, text("Vera"), text("Hello"), null),
                                new TranscriptLetter.Line(
                                        AT, Speaker.OPERATOR, text("Anna"), null, text("a.pdf")))),
                new OfflineLetter(
                        text("desk@acme.example"),
                        text("Acme"),
                        ZONE,
                        AT,
                        text("Vera"),
                        text("vera@mail.example"),
                        text("Where is my parcel?")),
                new LostNotice(text("desk@acme.example"), text("Acme"), ZONE, LETTER, AT));
    }
}
