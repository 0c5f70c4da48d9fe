package org.lethe.acceptance.endurance;

import static org.lethe.acceptance.endurance.Invariant.RUN_GOES_ON;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.VisitorRequests;
import org.lethe.acceptance.endurance.ChatRecord.Ending;
import org.lethe.acceptance.endurance.Verdict.Figure;

/** One visitor from the first visit to the end, by script. */
final class VisitorLife implements Runnable {

    /** Longer than the longest outage and what comes after it. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration THINKING = Duration.ofMillis(900);

    private final VisitorScript script;
    private final VisitorRequests requests;
    private final Chronicle chronicle;
    private final Erasures erasures;
    private final Verdict verdict;
    private final Patient patient;

    /**
     * @param requests over the flaky link
     */
    VisitorLife(
            VisitorScript script,
            VisitorRequests requests,
            Chronicle chronicle,
            Erasures erasures) {
        this.script = script;
        this.requests = requests;
        this.chronicle = chronicle;
        this.erasures = erasures;
        this.verdict = chronicle.verdict();
        this.patient =
                new Patient(
                        Patient.USUAL_PAUSE,
                        verdict,
                        () -> verdict.count(Figure.REPEATED_REQUESTS));
    }

    @Override
    public void run() {
        try {
            switch (script.kind()) {
                case OFFLINE_MESSAGE -> leaveMessage();
                case VISITOR_ENDS, OPERATOR_ENDS, LEAVES, VANISHES, ERASED -> visit();
            }
        } catch (RuntimeException e) {
            verdict.accept(new Broken(RUN_GOES_ON, script.word(), e.toString()));
        }
    }

    private void leaveMessage() {
        String id = UUID.randomUUID().toString();
        long at = System.nanoTime();
        patient.ask(
                        "an offline message",
                        PATIENCE,
                        () -> requests.leaveOfflineMessage(id, script.word() + " message 0"))
                .map(answer -> answer.expect(202))
                .ifPresent(taken -> {
                    verdict.count(Figure.OFFLINE_MESSAGES);
                    chronicle.wrote(new Chronicle.OfOfflineMessage(script, at));
                });
    }

    private void visit() {
        Optional<JsonNode> opened =
                patient.ask("a visit", PATIENCE, requests::openVisit)
                        .map(answer -> answer.expect(201).json());
        if (opened.isEmpty()) {
            verdict.count(Figure.UNSERVED);
            return;
        }
        verdict.count(Figure.VISITS);
        String visit = opened.get().path("visit").asText();
        String token = opened.get().path("token").asText();
        try (var line = new VisitLine(requests.gateway(), visit, token, chronicle)) {
            line.start();
            chat(visit, line);
        }
    }

    private void chat(String visit, VisitLine line) {
        Optional<Answer> granted =
                patient.ask("a chat", PATIENCE, () -> requests.startChat(line.token()));
        // The visit may have gone with its store, while its visitor wrote.
        if (granted.isEmpty() || granted.get().status() == 410) {
            verdict.count(Figure.UNSERVED);
            return;
        }
        JsonNode chat = granted.get().expect(201).json();
        verdict.count(Figure.CHATS);
        ChatRecord record = chronicle.chat(chat.path("chat").asText());
        record.attend();
        var side =
                new VisitorChat(requests.gateway(), chat.path("token").asText(), record, verdict);
        try {
            if (!side.until(PATIENCE, record::isOwned)) {
                verdict.count(Figure.UNSERVED);
            }
            converse(side, record);
            end(visit, line, side, record);
        } finally {
            side.hangUp();
        }
    }

    private void converse(VisitorChat side, ChatRecord record) {
        for (String text : script.texts()) {
            side.write(text);
            side.until(PATIENCE, side::isEmpty);
            long until = System.nanoTime() + THINKING.toNanos();
            side.until(THINKING.multipliedBy(2), () -> System.nanoTime() - until > 0);
        }
        if (script.file() && record.isOwned() && !side.isOver()) {
            sendFile(side, record);
        }
        if (record.isOwned() && !side.until(PATIENCE, record::isSettled)) {
            record.requireSettled();
        }
    }

    private void sendFile(VisitorChat side, ChatRecord record) {
        String name = script.word() + ".txt";
        byte[] content = ("content " + script.word()).getBytes(StandardCharsets.UTF_8);
        patient.ask(
                        "a file",
                        PATIENCE.dividedBy(4),
                        () ->
                                requests.upload(
                                        record.chat(), side.token(), name, "text/plain", content))
                .filter(answer -> answer.status() == 201)
                .ifPresent(taken -> {
                    verdict.count(Figure.FILES);
                    side.writeFile(taken.json().path("file").asText(), name);
                    side.until(PATIENCE, side::isEmpty);
                });
    }

    private void end(String visit, VisitLine line, VisitorChat side, ChatRecord record) {
        if (side.isOver()) {
            verdict.count(Figure.LOST);
            return;
        }
        long at = System.nanoTime();
        switch (script.kind()) {
            case OPERATOR_ENDS -> {
                record.askOperatorToEnd();
                awaitEnd(side, record);
            }
            case LEAVES, VANISHES -> leave(visit, line, side, record);
            case ERASED -> {
                record.expect(Ending.ERASED);
                line.expectEnd();
                erasures.erase(visit, record.chat());
                side.until(PATIENCE, () -> false);
            }
            case VISITOR_ENDS, OFFLINE_MESSAGE -> {
                record.expect(Ending.BY_VISITOR);
                patient.ask(
                        "an end", PATIENCE, () -> requests.endChat(record.chat(), side.token()));
                awaitEnd(side, record);
            }
        }
        chronicle.wrote(new Chronicle.OfChat(script, record, at));
    }

    private void awaitEnd(VisitorChat side, ChatRecord record) {
        if (side.until(PATIENCE, () -> false)) {
            verdict.count(Figure.ENDED);
        } else {
            verdict.accept(new Broken(Invariant.NOTHING_OUTLIVES, record.chat(), "it did not end"));
        }
        chronicle.ended(record.chat());
    }

    private void leave(String visit, VisitLine line, VisitorChat side, ChatRecord record) {
        record.expect(Ending.LEFT);
        line.expectEnd();
        verdict.count(Figure.LEFT);
        if (script.kind() == VisitorScript.Kind.LEAVES) {
            patient.ask("a goodbye", Duration.ZERO, () -> requests.leave(visit, line.token()));
        }
        line.close();
        side.hangUp();
        chronicle.left(record.chat());
    }
}
