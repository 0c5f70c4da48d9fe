package org.lethe.acceptance.demo;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import java.time.Duration;
import java.util.List;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.ReceivedLetter;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.journey.Narrator;
import org.lethe.stack.inbox.ReceivedMail;

/** Step 6: with nobody at the desk, a message is left, and arrives by mail. */
record OfflineForm(Stage stage) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    void play() {
        Narrator narrator = stage.narrator();
        narrator.chapter("6  Nobody is at the desk");
        narrator.step("the widget says that nobody is there", this::nobodyIsThere);
        Persona persona = stage.persona("81.2.69.142");
        VisitorClient visitor = stage.visitor(persona);
        narrator.step(
                "an offline message is taken",
                () -> visitor.leaveOfflineMessage(persona.offlineMessage()).expect(202));
        narrator.step("it arrives by mail, over an encrypted channel", () -> arrives(persona));
    }

    private void nobodyIsThere() {
        require(
                Pause.until(PATIENCE, () -> !stage.people().isDeskOpen()),
                "nobody else is at the desk");
    }

    private void arrives(Persona persona) {
        List<ReceivedMail> mails = stage.people().awaitMails(persona.offlineMessage(), 1, PATIENCE);
        require(mails.size() == 1, "the offline message arrives once");
        ReceivedLetter letter = new ReceivedLetter(mails.getFirst());
        letter.requireWellFormed();
        letter.requireHolds(persona.offlineMessage());
        require(letter.mail().to().equals(List.of("desk@acme.example")), "it goes to the desk");
    }
}
