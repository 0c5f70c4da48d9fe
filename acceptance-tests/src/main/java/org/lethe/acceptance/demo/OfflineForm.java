package org.lethe.acceptance.demo;

import static org.lethe.acceptance.demo.Stage.require;

import java.time.Duration;
import java.util.List;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.ReceivedLetter;
import org.lethe.acceptance.client.VisitorClient;

/** Step 6: with nobody at the desk, a message is left, and arrives by mail. */
final class OfflineForm {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stage stage;

    OfflineForm(Stage stage) {
        this.stage = stage;
    }

    void play() {
        stage.narrator().chapter("6  Nobody is at the desk");
        stage.narrator()
                .step(
                        "the widget says that nobody is there",
                        () ->
                                require(
                                        Pause.until(PATIENCE, () -> !stage.people().isDeskOpen()),
                                        "nobody else is at the desk"));
        Persona persona = stage.persona("81.2.69.142");
        VisitorClient visitor = stage.visitor(persona);
        stage.narrator()
                .step(
                        "an offline message is taken",
                        () -> visitor.leaveOfflineMessage(persona.offlineMessage()).expect(202));
        stage.narrator()
                .step("it arrives by mail, over an encrypted channel", () -> arrives(persona));
    }

    private void arrives(Persona persona) {
        List<ReceivedLetter> letters =
                stage
                        .people()
                        .inbox()
                        .awaitMailsWith(persona.offlineMessage(), 1, PATIENCE)
                        .stream()
                        .map(ReceivedLetter::new)
                        .toList();
        require(letters.size() == 1, "the offline message arrives once");
        ReceivedLetter letter = letters.getFirst();
        letter.requireWellFormed();
        letter.requireHolds(persona.offlineMessage());
        require(letter.recipients().equals(List.of("desk@acme.example")), "it goes to the desk");
    }
}
