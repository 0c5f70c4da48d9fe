package org.lethe.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.chat.it.Site;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.vault.Lookup;
import org.lethe.privacy.vault.Vault;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class RedisVisitLinksIT extends VisitLinksContract {

    @Inject Site site;
    @Inject VisitLinks links;
    @Inject Vault vault;

    @BeforeEach
    void settings() {
        site.settings(Map.of());
    }

    @Test
    void remembersTheChatsThatHaveEnded() {
        VisitId visit = site.visitor().visit();
        ChatId first = vault.newChatId();
        ChatId second = vault.newChatId();
        links.link(visit, first, Optional.empty());
        links.unlink(visit, first);
        links.link(visit, second, Optional.empty());
        links.link(visit, second, Optional.of(second));

        assertThat(meta(visit)).containsEntry("chats", first + " " + second);
        links.unlink(visit, second);
        assertThat(meta(visit))
                .containsEntry("chats", first + " " + second)
                .doesNotContainKey("chat");
        vault.destroy(visit, DestroyReason.LEFT, List.of());
    }

    @Test
    void remembersTheNewest() {
        VisitId visit = site.visitor().visit();
        var chats = new ArrayList<String>();
        for (int i = 0; i < 66; i++) {
            ChatId chat = vault.newChatId();
            links.link(visit, chat, Optional.empty());
            links.unlink(visit, chat);
            chats.add(chat.value());
        }

        String newest = String.join(" ", chats.subList(2, 66));
        assertThat(meta(visit)).containsEntry("chats", newest);
        vault.destroy(visit, DestroyReason.LEFT, List.of());
    }

    @Override
    VisitLinks links() {
        return links;
    }

    @Override
    VisitId visit() {
        return site.visitor().visit();
    }

    @Override
    void destroy(VisitId visit) {
        vault.destroy(visit, DestroyReason.LEFT, List.of());
    }

    @Override
    VisitId lost() {
        // Of an epoch that no store has.
        return VisitId.mint("0000", new SecureRandom());
    }

    private Map<String, String> meta(VisitId visit) {
        if (!(vault.lookup(visit) instanceof Lookup.Open(var cipher, var meta))) {
            throw new AssertionError("not open");
        }
        cipher.close();
        return meta.fields();
    }
}
