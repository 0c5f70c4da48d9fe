package org.lethe.contracts.event;

import static org.lethe.contracts.Examples.ACCOUNT;
import static org.lethe.contracts.Examples.AT;
import static org.lethe.contracts.Examples.CHAT;
import static org.lethe.contracts.Examples.ERASURE;
import static org.lethe.contracts.Examples.FILE;
import static org.lethe.contracts.Examples.LETTER;
import static org.lethe.contracts.Examples.OPERATOR;
import static org.lethe.contracts.Examples.RECEIPT;
import static org.lethe.contracts.Examples.VISIT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.topic.Topic;

/** One event of each type. */
final class EventExamples {

    static final List<Event> ALL =
            List.of(
                    new VisitEvent.VisitStarted(VISIT, ACCOUNT),
                    new VisitEvent.VisitDestroyed(VISIT, ACCOUNT, DestroyReason.LEFT),
                    new ChatEvent.ChatRequested(CHAT, ACCOUNT, VISIT),
                    new ChatEvent.ChatAccepted(CHAT, ACCOUNT, VISIT, OPERATOR, 4_200),
                    new ChatEvent.ChatEnded(
                            CHAT, ACCOUNT, VISIT, EndReason.OPERATOR, 12, 1, 2, 61_000),
                    new ChatEvent.ChatDestroyed(CHAT, ACCOUNT, DestroyReason.ENDED),
                    new ChatEvent.ChatLost(CHAT, ACCOUNT),
                    new FileEvent.FileStored(CHAT, FILE, ACCOUNT, 1_024),
                    new FileEvent.FilesDestroyed(CHAT, ACCOUNT, 1, 1_024),
                    new LetterEvent.LetterPosted(LETTER, ACCOUNT, LetterKind.TRANSCRIPT),
                    new LetterEvent.LetterDispatched(LETTER, ACCOUNT),
                    new LetterEvent.LetterLost(LETTER, ACCOUNT),
                    new LetterEvent.LetterPerhapsDelivered(LETTER, ACCOUNT),
                    new LetterEvent.LetterErased(LETTER, ACCOUNT),
                    new LossEvent.LetterLossNoted(
                            LETTER, ACCOUNT, LetterKind.LOST_NOTICE, LossReason.NOT_TAKEN),
                    new LossEvent.ChatLossNoted(CHAT, ACCOUNT, true),
                    new ErasureEvent.ErasureRequested(
                            ERASURE, ACCOUNT, List.of(VISIT, CHAT, LETTER)),
                    new ErasureEvent.ErasureAcknowledged(
                            ERASURE, ServiceName.FILE_RELAY_SERVICE, Map.of(RemainsKind.FILES, 1)),
                    new ErasureEvent.ErasureCompleted(ERASURE, RECEIPT),
                    new AccountEvent.AccountChanged(ACCOUNT, 3, sealed("ab"), sealed("cd")),
                    new LedgerEntry(
                            ACCOUNT,
                            7,
                            new LedgerFact.SubjectErased(
                                    new Digest("a".repeat(64)),
                                    RECEIPT,
                                    AT,
                                    AT.plusMillis(20),
                                    AT.plusMillis(900),
                                    Map.of(ScopeKind.CHAT, 1, ScopeKind.VISIT, 2),
                                    new SignedReceipt("eyJ0.eyJz.c2ln")),
                            new Digest("0".repeat(64))),
                    new LedgerHead(new SignedHead("eyJ0.eyJo.c2ln")),
                    new LedgerPage(PageContent.of(new byte[] {1, 2, 3})),
                    new LedgerCheckpoint(new SignedCheckpoint("eyJ0.eyJj.c2ln")),
                    new DeadLetter(
                            ServiceName.CHAT_SERVICE, Topic.VISITS, 3, 42, ErrorCode.MALFORMED));

    private EventExamples() {}

    private static SealedBytes sealed(String text) {
        return SealedBytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
