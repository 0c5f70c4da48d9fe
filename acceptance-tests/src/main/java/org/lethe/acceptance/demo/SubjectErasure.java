package org.lethe.acceptance.demo;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import com.fasterxml.jackson.databind.JsonNode;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.journey.Conversation;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.acceptance.journey.Narrator;
import org.lethe.acceptance.journey.People;

/** Step 8: a live visitor in a chat with files is erased, and the receipt verifies. */
record SubjectErasure(Stage stage) {

    void play() {
        stage.narrator().chapter("8  A data subject asks to be erased");
        Persona persona = stage.persona("81.2.69.142");
        VisitorClient visitor = stage.visitor(persona);
        try (OperatorClient operator = stage.people().operator(People.OPERATOR);
                Conversation chat = new Conversation(persona, visitor, operator)) {
            operator.openDesk();
            stage.mustEnd(visitor.openVisit());
            chat.begin();
            stage.mustEnd(visitor.chat());
            chat.talk();
            chat.exchangeFiles();
            erase(operator, visitor);
        }
        require(
                stage.people().inbox().mailsWith(persona.message()).size() == 2,
                "no transcript of an erased chat is mailed beside those of the first");
    }

    private void erase(OperatorClient operator, VisitorClient visitor) {
        Erasure erasure =
                new Erasure(stage.people().gateway(), stage.people().token(People.PRIVACY_OFFICER));
        Narrator narrator = stage.narrator();
        String request =
                narrator.step(
                        "the privacy officer's request is taken",
                        () -> erasure.request(visitor.visit(), visitor.chat()));
        narrator.step(
                "the operator's and the visitor's screens follow",
                () -> screensFollow(operator, visitor));
        JsonNode receipt =
                narrator.step(
                        "the receipt is signed and verifies",
                        () -> erasure.verifiedReceipt(request));
        narrator.say("receipt " + receipt.path("jti").asText());
    }

    private static void screensFollow(OperatorClient operator, VisitorClient visitor) {
        operator.desk().await("ended", frame -> frame.path("chat").asText().equals(visitor.chat()));
        visitor.chatSocket().await("ended");
        visitor.visitSocket().await("erased");
    }
}
