package org.lethe.file.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.FileId;
import org.lethe.file.OpenedChat;
import org.lethe.file.blob.BlobDraft;
import org.lethe.file.blob.BlobId;
import org.lethe.file.blob.BlobStore;
import org.lethe.file.blob.Removed;
import org.lethe.stack.fixture.LetheInfrastructure;

/** A chat's end and its erasure come in the same moment. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class ConcurrentRemovalIT {

    private static final int CHATS = 30;
    private static final int FILES = 3;

    @Inject OpenedChat chats;
    @Inject BlobStore blobs;
    @Inject FileRemoval removal;
    @Inject RemovalRecord record;

    @Test
    void everyAnswerHasAllAndNothingTwice() throws Exception {
        try (ExecutorService events = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CHATS; i++) {
                ChatId chat = withFiles();
                var answers = new ArrayList<Future<Removed>>();
                for (int j = 0; j < 4; j++) {
                    Callable<Removed> event = () -> removal.removedOf(chat, OpenedChat.ACME);
                    answers.add(events.submit(event));
                }
                for (Future<Removed> answer : answers) {
                    assertThat(answer.get()).isEqualTo(new Removed(FILES, 100L * FILES));
                }
                assertThat(record.tell(chat, OpenedChat.ACME)).isEqualTo(Removed.NOTHING);
            }
        }
    }

    private ChatId withFiles() throws IOException {
        ChatId chat = chats.unknown();
        for (int i = 0; i < FILES; i++) {
            var blob = new BlobId(chat, OpenedChat.ACME, FileId.mint(new SecureRandom()));
            try (BlobDraft draft = blobs.create(blob)) {
                draft.out().write(new byte[100]);
                draft.out().close();
                draft.commit();
            }
        }
        return chat;
    }
}
