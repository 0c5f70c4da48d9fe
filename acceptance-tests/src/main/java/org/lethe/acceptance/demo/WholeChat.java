package org.lethe.acceptance.demo;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.ReceivedLetter;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.journey.Conversation;
import org.lethe.acceptance.journey.Narrator;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.journey.Receipts;
import org.lethe.stack.inbox.InboxClient;
import org.lethe.stack.inbox.ReceivedMail;

/** Steps 2 to 4: a chat with files, from the question to the transcripts. */
final class WholeChat {
    private static final Duration MAIL = Duration.ofSeconds(20);

    /** A mail too many would come about as soon as the right ones. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    /** The offline message, and the transcripts of this chat and of the third person's. */
    private static final int MAILS = 1 + 2 + 2;

    private final Stage stage;
    private final Narrator narrator;
    private final Persona persona;

    WholeChat(Stage stage) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.persona = stage.persona("2a01:e0a:1c:5000::1");
    }

    void play() {
        narrator.chapter("2  A visitor and an operator chat");
        VisitorClient visitor = stage.visitor(persona);
        try (OperatorClient operator = stage.people().operator(People.OPERATOR);
                Conversation chat = new Conversation(persona, visitor, operator)) {
            operator.openDesk();
            visitor.openVisit();
            talk(chat);
            files(chat);
            end(chat);
        }
    }

    private void talk(Conversation chat) {
        narrator.step("the visitor asks, the operator accepts", chat::begin);
        stage.mustEnd(chat.chat());
        narrator.step("a message each way", chat::talk);
        narrator.step("each sees the other typing", chat::typing);
        narrator.step(
                "the connection is cut; resumed, nothing is lost or twice", chat::cutAndResume);
    }

    private void files(Conversation chat) {
        narrator.chapter("3  Files");
        List<String> files = narrator.step("a file each way, byte for byte", chat::exchangeFiles);
        narrator.step(
                "a third person gets none of it", () -> refuseThirdPerson(chat.chat(), files));
    }

    private void refuseThirdPerson(String chat, List<String> files) {
        VisitorClient stranger = stage.visitor(stage.persona("133.242.187.207"));
        stranger.openVisit();
        stage.mustEnd(stranger.startChat());
        String otherAccount = stage.people().token(People.OTHER_OPERATOR);
        for (String file : files) {
            for (String token : List.of(stranger.chatToken(), otherAccount)) {
                Answer answer =
                        stage.people().gateway().get("/v1/chats/" + chat + "/files/" + file, token);
                require(answer.status() == 404, "a file is its participants' only");
            }
        }
        stranger.end();
    }

    private void end(Conversation chat) {
        narrator.chapter("4  The end");
        JsonNode ended = narrator.step("the visitor ends the chat; both pages are told", chat::end);
        narrator.say("destroyed: " + ended.path("destroyed"));
        var receipts = new Receipts(stage.people().gateway());
        narrator.step(
                "by its number anybody has the receipt, which is signed and says the same",
                () -> receipts.ofChat(ended.path("destroyed")));
        narrator.step(
                "the transcript arrives, a letter for each recipient, over an encrypted channel",
                this::transcriptsArrive);
        narrator.step("and no other mail", this::noOtherMail);
    }

    private void transcriptsArrive() {
        List<ReceivedMail> mails = stage.people().awaitMails(persona.message(), 2, MAIL);
        for (ReceivedMail mail : mails) {
            ReceivedLetter letter = new ReceivedLetter(mail);
            letter.requireWellFormed();
            letter.requireHolds(persona.message());
            letter.requireHolds(persona.reply());
            require(mail.to().size() == 1, "each recipient has a letter of its own");
        }
        Set<String> recipients =
                mails.stream().flatMap(mail -> mail.to().stream()).collect(Collectors.toSet());
        require(
                mails.size() == 2
                        && recipients.equals(Set.of("team@acme.example", "archive@acme.example")),
                "the transcript goes to the account's two recipients");
    }

    private void noOtherMail() {
        String run = stage.personas().run();
        stage.people().awaitMails(run, MAILS, MAIL);
        InboxClient inbox = stage.people().inbox();
        boolean more = Pause.until(A_MOMENT, () -> inbox.mailsWith(run).size() > MAILS);
        require(!more, "exactly those mails arrive");
    }
}
