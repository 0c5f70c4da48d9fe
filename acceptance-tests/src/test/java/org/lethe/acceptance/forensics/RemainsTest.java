package org.lethe.acceptance.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemainsTest {

    private static final String CHAT = "c17-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh";
    private static final String OTHER = "c17-k3f9-5tqz80f2v7n3m6c1x9b5k0d4gh";

    @Test
    void areSlotsOfAScopeAndEntriesThatFindIt() {
        var store =
                new Sample(
                        Map.of(
                                "{s17}:" + CHAT + ":terms",
                                "ckT2",
                                "{s17}:" + OTHER + ":terms",
                                "ckT2",
                                "{s17}:by:kT2",
                                CHAT,
                                "{s17}:by:aaa",
                                OTHER,
                                "{s17}:deadlines",
                                CHAT));

        assertThat(Remains.of(List.of(CHAT), List.of(store)))
                .containsExactly(
                        new Finding.Found(
                                "sample",
                                List.of(
                                        new Finding.Hit("{s17}:by:kT2", "chat entry of the index"),
                                        new Finding.Hit(
                                                "{s17}:" + CHAT + ":terms", "chat terms"))));
    }

    private record Sample(Map<String, String> parts) implements Place {

        @Override
        public String name() {
            return "sample";
        }

        @Override
        public void read(Reader reader) throws IOException {
            for (var part : parts.entrySet()) {
                reader.name(part.getKey());
                byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
                reader.part(part.getKey(), new ByteArrayInputStream(content));
            }
        }
    }
}
