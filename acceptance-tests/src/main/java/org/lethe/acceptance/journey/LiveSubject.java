package org.lethe.acceptance.journey;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;

/**
 * A data subject in the middle of everything: in a chat with files, while letters wait for a mail
 * server that is away. Those are the transcripts of an earlier chat of the same visit, and an
 * offline message, which nothing links to the visit.
 */
public final class LiveSubject implements AutoCloseable {
    /** The account's recipients of transcripts. */
    private static final int RECIPIENTS = 2;

    /** One each way. */
    public static final int FILES = 2;

    private final Conversation conversation;
    private final List<String> transcripts;
    private final String messageReference;
    private final String message;

    private LiveSubject(
            Conversation conversation,
            List<String> transcripts,
            String messageReference,
            String message) {
        this.conversation = conversation;
        this.transcripts = transcripts;
        this.messageReference = messageReference;
        this.message = message;
    }

    /**
     * Lives up to there. The mail server must not listen.
     *
     * @param operator at the desk
     * @param scopes tells the ids of all scopes that are stored; nobody else leaves a message
     */
    public static LiveSubject begin(
            People people, OperatorClient operator, Persona persona, Supplier<Set<String>> scopes) {
        VisitorClient visitor = people.visitor(persona);
        Conversation conversation = new Conversation(persona, visitor, operator);
        visitor.openVisit();
        conversation.begin();
        visitor.send(persona.message());
        List<String> transcripts = transcripts(conversation.chat());
        conversation.end();
        visitor.chatSocket().close();
        conversation.begin();
        conversation.talk();
        conversation.exchangeFiles();
        return withMessage(conversation, transcripts, scopes);
    }

    private static List<String> transcripts(String chat) {
        return IntStream.range(0, RECIPIENTS)
                .mapToObj(number -> LetterId.of(new ChatId(chat), number).value())
                .toList();
    }

    /** Leaves a message, of which there is one letter: to the account's desk. */
    private static LiveSubject withMessage(
            Conversation conversation, List<String> transcripts, Supplier<Set<String>> scopes) {
        Set<String> before = scopes.get();
        String reference =
                conversation
                        .visitor()
                        .leaveOfflineMessage(conversation.persona().offlineMessage())
                        .expect(202)
                        .json()
                        .path("reference")
                        .asText();
        List<String> letters =
                scopes.get().stream()
                        .filter(scope -> scope.startsWith("l") && !before.contains(scope))
                        .toList();
        require(letters.size() == 1, "an offline message is one letter");
        return new LiveSubject(conversation, transcripts, reference, letters.getFirst());
    }

    public Persona persona() {
        return conversation.persona();
    }

    public Conversation conversation() {
        return conversation;
    }

    String visit() {
        return conversation.visitor().visit();
    }

    String chat() {
        return conversation.chat();
    }

    List<String> transcripts() {
        return transcripts;
    }

    String messageReference() {
        return messageReference;
    }

    /** The visit and all that it leads to. */
    Set<String> ofVisit() {
        Set<String> scopes = new HashSet<>(transcripts);
        scopes.addAll(List.of(visit(), chat()));
        return scopes;
    }

    /** The ids of all visits, chats and letters. */
    public Set<String> scopes() {
        Set<String> scopes = ofVisit();
        scopes.add(message);
        return scopes;
    }

    /** All but these. */
    public Set<String> without(Set<String> scopes) {
        Set<String> rest = scopes();
        rest.removeAll(scopes);
        return rest;
    }

    /** For how many subjects these of its scopes count, since nothing links them. */
    int groups(Set<String> scopes) {
        return (int)
                Stream.of(ofVisit(), Set.of(message))
                        .filter(group -> group.stream().anyMatch(scopes::contains))
                        .count();
    }

    /** What stays is still used: each side sees what the other says. */
    public void talkOn() {
        conversation.talk();
    }

    @Override
    public void close() {
        conversation.close();
    }
}
