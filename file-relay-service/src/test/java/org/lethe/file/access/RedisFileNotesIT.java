package org.lethe.file.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.file.OpenedChat;
import org.lethe.privacy.redis.RedisStore;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisFileNotesIT extends FileNotesContract {

    @Inject OpenedChat chats;
    @Inject FileAccess access;
    @Inject RedisStore store;
    @Inject Vault vault;

    @Override
    FileNotes notes(int maxFiles) {
        return new RedisFileNotes(store, vault, () -> maxFiles);
    }

    @Override
    ChatAccess openedWith(OperatorId operator) {
        ChatId chat = chats.open(operator);
        return access.open(chats.caller(chat), chat);
    }

    @Override
    void queue(ChatAccess chat) {
        chats.setState(chat.chat(), "queued");
    }

    @Override
    void end(ChatAccess chat) {
        chats.setState(chat.chat(), "ending");
    }

    @Test
    void aChatThatIsBeingErasedTakesNothing() {
        ChatId chat = chats.open();
        try (ChatAccess opened = access.open(chats.caller(chat), chat)) {
            chats.markErasing(chat);

            assertThat(notes(1).mayEnter(opened)).isEqualTo(EnterOutcome.ENDED);
        }
    }
}
