package org.lethe.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.acceptance.forensics.StoreSearch;
import org.lethe.acceptance.journey.Conversation;
import org.lethe.acceptance.journey.Erasure;
import org.lethe.acceptance.journey.Narrator;
import org.lethe.acceptance.journey.People;
import org.lethe.stack.LetheStack;
import org.lethe.stack.StackConfig;
import org.lethe.stack.StackPaths;
import org.lethe.stack.StackState;

/**
 * {@code ./lethe demo}: the way through the suite, from the first visit to the signed receipt, and
 * then a look into every store.
 */
public final class Demo {
    private static final Duration MAIL = Duration.ofSeconds(20);
    private static final Duration SETTLE = Duration.ofSeconds(20);

    /**
     * Addresses of three access providers, with the country that local geo data must show for each.
     */
    private static final Map<String, String> PLACES =
            Map.of("81.2.69.142", "GB", "2a01:e0a:1c:5000::1", "FR", "133.242.187.207", "JP");

    private final People people;
    private final StackState suite;
    private final Narrator narrator;
    private final List<VisitorClient> visitors = new ArrayList<>();
    private final List<String> scopes = new ArrayList<>();

    private Demo(StackState suite, PrintStream out) {
        this.suite = suite;
        this.people =
                new People(
                        Objects.requireNonNull(suite.gateway()),
                        Objects.requireNonNull(suite.site()),
                        suite.inbox());
        this.narrator = new Narrator(out);
    }

    /** Goes against the running suite, or against one that it starts for itself. */
    public static void main(String[] arguments) {
        Optional<StackState> running = StackState.read(StackPaths.find().runningStack());
        boolean kept;
        if (running.isPresent()) {
            kept = run(running.get(), System.out);
        } else {
            System.out.println("No suite is running; starting one.");
            try (LetheStack own = LetheStack.start(StackConfig.beside())) {
                kept = run(own.state(), System.out);
            }
        }
        System.exit(kept ? 0 : 1);
    }

    /**
     * @return whether everything went as promised and nothing was left
     */
    public static boolean run(StackState suite, PrintStream out) {
        Demo demo = new Demo(suite, out);
        try {
            demo.visit();
            demo.leaveOfflineMessage();
            demo.chat();
            demo.erase();
            return demo.lookForRemains();
        } catch (UnexpectedAnswer e) {
            out.println();
            out.println("The demo stopped: " + e.getMessage());
            return false;
        } finally {
            demo.visitors.forEach(VisitorClient::close);
        }
    }

    private void visit() {
        narrator.chapter("1  Three visitors from three countries");
        try (OperatorClient operator =
                narrator.step(
                        "an operator signs in at Keycloak",
                        () -> people.operator(People.OPERATOR))) {
            operator.watchVisitors();
            PLACES.forEach((address, country) -> {
                VisitorClient visitor = visitor(Personas.visitor(address));
                JsonNode view =
                        narrator.step(
                                "a visit is opened and stands in the live list",
                                () -> {
                                    scopes.add(visitor.openVisit());
                                    return operator.awaitVisitor(visitor.visit());
                                });
                narrator.say(describe(view));
                require(
                        view.path("countryCode").asText().equals(country),
                        "the country of the address is right");
            });
        }
    }

    private static String describe(JsonNode view) {
        return "%s %s · %s · %s on %s"
                .formatted(
                        view.path("zip").asText(""),
                        view.path("city").asText(view.path("country").asText("")),
                        view.path("network").asText(""),
                        view.path("browser").asText(""),
                        view.path("os").asText(""));
    }

    private void leaveOfflineMessage() {
        narrator.chapter("6  Nobody is at the desk");
        Persona persona = Personas.visitor("81.2.69.142");
        VisitorClient visitor = visitor(persona);
        narrator.step(
                "an offline message is taken",
                () -> visitor.leaveOfflineMessage(persona.offlineMessage()).expect(202));
        narrator.step(
                "it arrives by mail, over an encrypted channel",
                () -> {
                    List<JsonNode> mails =
                            people.inbox().awaitMailsWith(persona.offlineMessage(), 1, MAIL);
                    require(
                            mails.stream().allMatch(mail -> mail.path("tls").asBoolean()),
                            "mail goes over TLS");
                });
    }

    private void chat() {
        narrator.chapter("2  A visitor and an operator chat");
        Persona persona = Personas.visitor("2a01:e0a:1c:5000::1");
        VisitorClient visitor = visitor(persona);
        try (OperatorClient operator = people.operator(People.OPERATOR);
                Conversation chat = new Conversation(persona, visitor, operator)) {
            operator.openDesk();
            scopes.add(visitor.openVisit());
            narrator.step("the visitor asks, the operator accepts", chat::begin);
            scopes.add(visitor.chat());
            narrator.step("a message each way", chat::talk);
            narrator.step("typing is seen", chat::typing);
            narrator.step(
                    "the connection is cut; resumed, nothing is lost or twice",
                    () -> chat.cutAndResume());
            narrator.chapter("3  Files");
            List<String> files =
                    narrator.step("a file each way, byte for byte", chat::exchangeFiles);
            narrator.step(
                    "a third person gets none of it",
                    () -> refuseThirdPerson(visitor, files.getFirst()));
            narrator.chapter("4  The end");
            JsonNode ended =
                    narrator.step("the visitor ends the chat; both pages are told", chat::end);
            narrator.say("destroyed: " + ended.path("destroyed"));
            narrator.step(
                    "two transcripts arrive, over an encrypted channel",
                    () -> {
                        List<JsonNode> mails =
                                people.inbox().awaitMailsWith(persona.message(), 2, MAIL);
                        require(
                                mails.size() == 2
                                        && mails.stream()
                                                .allMatch(mail -> mail.path("tls").asBoolean()),
                                "two mails over TLS");
                    });
        }
    }

    private void refuseThirdPerson(VisitorClient owner, String file) {
        VisitorClient stranger = visitor(Personas.visitor("133.242.187.207"));
        scopes.add(stranger.openVisit());
        scopes.add(stranger.startChat());
        String path = "/v1/chats/" + owner.chat() + "/files/" + file;
        Answer refused = people.gateway().get(path, stranger.chatToken());
        Answer otherAccount = people.gateway().get(path, people.token(People.OTHER_OPERATOR));
        require(
                refused.status() == 404 && otherAccount.status() == 404,
                "a file is its participants' only");
        stranger.end();
    }

    private void erase() {
        narrator.chapter("8  A data subject asks to be erased");
        Persona persona = Personas.visitor("81.2.69.142");
        VisitorClient visitor = visitor(persona);
        try (OperatorClient operator = people.operator(People.OPERATOR);
                Conversation chat = new Conversation(persona, visitor, operator)) {
            operator.openDesk();
            scopes.add(visitor.openVisit());
            chat.begin();
            scopes.add(visitor.chat());
            chat.talk();
            chat.exchangeFiles();
            Erasure erasure = new Erasure(people.gateway(), people.token(People.PRIVACY_OFFICER));
            String request =
                    narrator.step(
                            "the privacy officer's request is taken",
                            () -> erasure.request(visitor.visit(), visitor.chat()));
            narrator.step(
                    "the operator's and the visitor's screens follow",
                    () -> {
                        operator.desk()
                                .await(
                                        "ended",
                                        frame ->
                                                frame.path("chat").asText().equals(visitor.chat()));
                        visitor.chatSocket().await("ended");
                    });
            JsonNode receipt =
                    narrator.step(
                            "the receipt is signed and verifies",
                            () -> erasure.verifiedReceipt(request));
            narrator.say("receipt " + receipt.path("jti").asText());
            require(
                    people.inbox().mailsWith(persona.message()).size() == 2,
                    "no transcript of an erased chat is mailed beside those of the first");
        }
    }

    private boolean lookForRemains() {
        narrator.chapter("What is left");
        visitors.forEach(visitor -> {
            if (!visitor.visit().isEmpty()) {
                visitor.leave();
            }
        });
        try (StoreSearch search = new StoreSearch(suite, Personas.words())) {
            List<String> chats = scopes.stream().filter(scope -> scope.startsWith("c")).toList();
            narrator.say(
                    "searched for: %d words that were typed, %d chats"
                            .formatted(Personas.words().size(), chats.size()));
            narrator.say("searched in: " + String.join(", ", search.places()));
            Pause.until(SETTLE, () -> search.remains(chats).isEmpty());
            List<String> left = new ArrayList<>(search.words());
            left.addAll(search.remains(chats));
            narrator.say(left.isEmpty() ? "found: nothing" : "found: " + left);
            narrator.say(
                    "visits are destroyed within 3 minutes of leaving; they are sealed until then");
            narrator.say("the demo took %d s".formatted(narrator.elapsed().toSeconds()));
            return left.isEmpty();
        }
    }

    private VisitorClient visitor(Persona persona) {
        VisitorClient visitor = people.visitor(persona);
        visitors.add(visitor);
        return visitor;
    }

    private static void require(boolean fact, String what) {
        if (!fact) {
            throw new UnexpectedAnswer("not so: " + what);
        }
    }
}
