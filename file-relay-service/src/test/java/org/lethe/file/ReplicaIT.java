package org.lethe.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.stack.fixture.HeapDump;
import org.lethe.stack.fixture.LetheInfrastructure;
import org.lethe.stack.fixture.Replica;

/** The packaged service in a process of its own: what it keeps in memory, and with how little. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
class ReplicaIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject OpenedChat chats;

    @TempDir Path folder;

    @Test
    void keepsNothingOfAFileInLiveMemory() throws Exception {
        String canary = "canary" + UUID.randomUUID().toString().substring(0, 8);
        ChatId chat = chats.open();
        String token = chats.participant(chat);
        try (Replica replica = start()) {
            String content = ("Content of " + canary + "\n").repeat(5_000);
            HttpResponse<String> stored = upload(replica, chat, token, canary + ".txt", content);
            assertThat(stored.statusCode()).isEqualTo(201);
            String file = WireFormat.mapper().readTree(stored.body()).path("file").textValue();
            assertThat(download(replica, chat, token, file)).isEqualTo(content);
            String page = "<!doctype html><html><body>" + canary + "</body></html>";
            assertThat(upload(replica, chat, token, "a.txt", page).statusCode()).isEqualTo(415);
            String torn = "\ufeff<?xml version=\"1.0\"?>" + canary + "<page>" + canary;
            assertThat(upload(replica, chat, token, "b.txt", torn).statusCode()).isEqualTo(201);

            HeapDump alive = replica.heap(folder);
            chats.destroy(chat, DestroyReason.ENDED);
            chats.awaitNothingOf(chat);
            HeapDump ended = replica.heap(folder);

            // It finds what is there; of the file there is nothing, even while the chat lives.
            assertThat(alive.holds("file-relay-service")).isTrue();
            assertThat(alive.holds(canary)).isFalse();
            assertThat(ended.holds(canary)).isFalse();
        }
    }

    private Replica start() {
        return Replica.start(folder.resolve("replica.log"), Map.of());
    }

    private static HttpResponse<String> upload(
            Replica replica, ChatId chat, String token, String name, String content)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(replica.http(path(chat)))
                        .header("Authorization", "Bearer " + token)
                        .header("Lethe-File-Name", name)
                        .POST(HttpRequest.BodyPublishers.ofString(content))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String download(Replica replica, ChatId chat, String token, String file)
            throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(replica.http(path(chat) + "/" + file))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String path(ChatId chat) {
        return "v1/chats/" + chat.value() + "/files";
    }
}
