package org.lethe.acceptance.forensics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.journey.Conversation;
import org.lethe.acceptance.journey.Narrator;
import org.lethe.acceptance.journey.People;
import org.lethe.acceptance.journey.Selector;
import org.lethe.contracts.id.VisitId;

/**
 * Lives through the way with canaries in every field, and stops where each kind of data is held, so
 * that an attacker can look and record.
 */
final class Life {
    private static final Duration MAIL = Duration.ofSeconds(30);

    private final People people;
    private final Narrator narrator;
    private final Consumer<List<Canary>> look;
    private final Consumer<Canary> connected;
    private final Consumer<String> failed;
    private final SelectedErasures erasures;
    private final Set<Selector> selectors;
    private final Canary cookie = Canaries.sowCookie();
    private final List<Canary> canaries = new ArrayList<>();
    private final List<VisitorClient> visitors = new ArrayList<>();
    private final List<VisitorClient> cutOff = new ArrayList<>();
    private final List<VisitorClient> silent = new ArrayList<>();

    /**
     * @param look called at every moment at which something is held, with the canaries planted so
     *     far
     * @param connected called while sockets are open, with what came with each handshake
     * @param failed is told what did not come to its end
     * @param places where it is seen what was erased and what was not
     * @param selectors by each of which somebody is erased
     */
    Life(
            People people,
            Narrator narrator,
            Consumer<List<Canary>> look,
            Consumer<Canary> connected,
            Consumer<String> failed,
            Places places,
            Set<Selector> selectors) {
        this.people = people.with("Cookie", cookie.value());
        this.narrator = narrator;
        this.look = look;
        this.connected = connected;
        this.failed = failed;
        this.erasures = new SelectedErasures(this.people, places, failed);
        this.selectors = selectors;
        canaries.add(cookie);
    }

    /**
     * @param silence is told of a visit that its page is about to say nothing of any more
     */
    void live(Consumer<VisitId> silence) {
        offlineMessage();
        try (OperatorClient operator = people.operator(People.OPERATOR)) {
            operator.openDesk();
            operator.watchVisitors();
            chatsThatAreLeft(operator);
            chatWithTranscript(operator);
            erase(operator);
        }
        silent.forEach(VisitorClient::fallSilent);
        silent.forEach(visitor -> silence.accept(new VisitId(visitor.visit())));
        visitors.forEach(VisitorClient::leave);
        cutOff.forEach(VisitorClient::vanish);
        visitors.forEach(VisitorClient::close);
    }

    /** The mail server is away, so that the sealed letter can be seen waiting. */
    private void offlineMessage() {
        Persona persona = sow(Canaries.sowVersion4());
        VisitorClient visitor = visitor(persona);
        people.inbox().stopListening();
        narrator.step(
                "an offline message waits for the mail server",
                () -> visitor.leaveOfflineMessage(persona.offlineMessage()).expect(202));
        look.accept(canaries());
        people.inbox().startListening();
        narrator.step(
                "and is dispatched", () -> people.awaitMails(persona.offlineMessage(), 1, MAIL));
    }

    /**
     * Of these chats one is left by closing the page, one in the queue by a cut network. A third
     * visitor's page falls silent at the end, until it is hung up on.
     */
    private void chatsThatAreLeft(OperatorClient operator) {
        Persona persona = sow(Canaries.sow());
        VisitorClient talking = visitor(persona);
        narrator.step(
                "a visit, a chat, files each way, and nobody ends it",
                () -> converse(operator, talking, new Conversation(persona, talking, operator)));
        VisitorClient waiting = people.visitor(sow(Canaries.sowVersion4()));
        cutOff.add(waiting);
        narrator.step(
                "another visit, and a chat that waits",
                () -> {
                    waiting.openVisit();
                    waiting.startChat();
                });
        VisitorClient watching = people.visitor(sow(Canaries.sow()));
        silent.add(watching);
        narrator.step("a third visit, without a chat", watching::openVisit);
        look.accept(canaries());
        connected.accept(cookie);
    }

    private void chatWithTranscript(OperatorClient operator) {
        Persona persona = sow(Canaries.sow());
        VisitorClient visitor = visitor(persona);
        try (Conversation chat = new Conversation(persona, visitor, operator)) {
            narrator.step(
                    "a visit, a chat, files each way", () -> converse(operator, visitor, chat));
            look.accept(canaries());
            people.inbox().stopListening();
            narrator.step("the chat ends while the mail server is away", chat::end);
            look.accept(canaries());
            people.inbox().startListening();
            narrator.step(
                    "the transcripts are dispatched",
                    () -> people.awaitMails(persona.message(), 2, MAIL));
        }
    }

    /** The mail server is away, so that letters of theirs wait. */
    private void erase(OperatorClient operator) {
        people.inbox().stopListening();
        for (Selector selector : selectors) {
            narrator.step(
                    "another visit, chats, letters, to be erased by " + selector,
                    () -> erasures.add(selector, operator, sow(Canaries.sowNamed())));
        }
        narrator.step(
                "and a neighbour's, to stay",
                () -> erasures.addNeighbour(operator, sow(Canaries.sowNamed())));
        visitors.addAll(erasures.pages());
        look.accept(canaries());
        narrator.step("are erased, with receipts; others stay", erasures::erase);
        people.inbox().startListening();
    }

    /** After the end: letters that were erased while they waited were sent to nobody. */
    void requireNoErasedMail() {
        erasures.requireNoMail();
    }

    /**
     * A life that ends with its store: both sides are told that it is lost.
     *
     * @param lose makes Redis die with all that it holds
     */
    void loseStore(Runnable lose) {
        Persona persona = sow(Canaries.sow());
        try (OperatorClient operator = people.operator(People.OPERATOR);
                Conversation chat = new Conversation(persona, people.visitor(persona), operator)) {
            operator.openDesk();
            operator.watchVisitors();
            narrator.step(
                    "a visit and a chat whose store will be lost",
                    () -> converse(operator, chat.visitor(), chat));
            look.accept(canaries());
            narrator.step("Redis dies with all that it held", lose);
            tellOfLoss(chat);
        }
    }

    private void tellOfLoss(Conversation chat) {
        try {
            narrator.step("both are told that it is lost", chat::awaitLoss);
        } catch (UnexpectedAnswer e) {
            failed.accept("a lost store: " + e.getMessage());
        }
    }

    private void converse(OperatorClient operator, VisitorClient visitor, Conversation chat) {
        visitor.openVisit();
        operator.awaitVisitor(visitor.visit());
        chat.begin();
        chat.talk();
        chat.typing();
        chat.exchangeFiles();
    }

    private Persona sow(Canaries sown) {
        canaries.addAll(sown.all());
        return sown.persona();
    }

    private VisitorClient visitor(Persona persona) {
        VisitorClient visitor = people.visitor(persona);
        visitors.add(visitor);
        return visitor;
    }

    List<Canary> canaries() {
        return List.copyOf(canaries);
    }
}
