package org.lethe.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.Examples;
import org.lethe.contracts.WireFormat;

class ScopeIdTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void tellsKindShardAndEpoch() {
        ScopeId id = ScopeId.parse("v17-k3f9-" + Examples.UNIQUE);

        assertThat(id).isEqualTo(Examples.VISIT);
        assertThat(id.kind()).isEqualTo(ScopeKind.VISIT);
        assertThat(id.shard()).isEqualTo(17);
        assertThat(id.epoch()).isEqualTo("k3f9");
        assertThat(id).hasToString(id.value());
    }

    @Test
    void readsBackEachKindThatIsMinted() {
        List<ScopeId> minted =
                List.of(
                        VisitId.mint("a0z9", RANDOM),
                        ChatId.mint("a0z9", RANDOM),
                        LetterId.mint("a0z9", RANDOM),
                        ErasureId.mint("a0z9", RANDOM));

        assertThat(minted).allSatisfy(id -> assertThat(ScopeId.parse(id.value())).isEqualTo(id));
        assertThat(minted).extracting(ScopeId::kind).containsExactly(ScopeKind.values());
    }

    @Test
    void spreadsOverAllShards() {
        var shards = new HashSet<Integer>();
        IntStream.range(0, 4_000).forEach(i -> shards.add(VisitId.mint("a0z9", RANDOM).shard()));

        assertThat(shards).hasSize(Shard.COUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v",
                "v17-k3f9-",
                "x17-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh",
                "v64-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh",
                "v1a-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh",
                "v17_k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh",
                "v17-K3f9-4tqz80f2v7n3m6c1x9b5k0d4gh",
                "v17-k3f9-4tqz80f2v7n3m6c1x9b5k0d4g",
                "v17-k3f9-4tqz80f2v7n3m6c1x9b5k0d4ghh",
                "v17-k3f9-4tqz80f2v7n3m6c1x9b5k0d4g\u00e4",
                "v17-k3f9-4tqz80f2v7n3m6c1x9b5k0d4}:",
            })
    void refusesWhatIsNoIdWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> ScopeId.parse(text))
                .isInstanceOf(InvalidIdException.class)
                .hasMessage("not a valid " + kind(text) + " id");
    }

    @Test
    void refusesAnotherKind() {
        assertThatThrownBy(() -> new ChatId(Examples.VISIT.value()))
                .isInstanceOf(InvalidIdException.class)
                .hasMessage("not a valid chat id");
    }

    @Test
    void derivesTheSameLettersFromTheSameChat() {
        assertThat(LetterId.of(Examples.CHAT, 3)).isEqualTo(LetterId.of(Examples.CHAT, 3));
        assertThat(LetterId.of(Examples.CHAT, 3).shard()).isEqualTo(Examples.CHAT.shard());
        assertThat(LetterId.of(Examples.CHAT, 3).epoch()).isEqualTo(Examples.CHAT.epoch());
        assertThat(
                        IntStream.range(0, LetterId.MAX_LETTERS)
                                .mapToObj(ordinal -> LetterId.of(Examples.CHAT, ordinal)))
                .doesNotHaveDuplicates()
                .doesNotContain(LetterId.noticeOf(LetterId.of(Examples.CHAT, 0), "k3f9"));
        // Fixed for ever: another value would make a letter twice during an upgrade.
        assertThat(LetterId.of(Examples.CHAT, 0).value())
                .isEqualTo("l05-k3f9-xapwte74e8m8x3q341f2ndja75");
    }

    @Test
    void refusesALetterTooMany() {
        assertThatThrownBy(() -> LetterId.of(Examples.CHAT, LetterId.MAX_LETTERS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isPlainTextInJson() throws JsonProcessingException {
        List<ScopeId> ids = List.of(Examples.VISIT, Examples.CHAT);
        String json = WireFormat.mapper().writeValueAsString(ids);

        assertThat(json).isEqualTo("[\"" + Examples.VISIT + "\",\"" + Examples.CHAT + "\"]");
        assertThat(WireFormat.mapper().readValue(json, new TypeReference<List<ScopeId>>() {}))
                .isEqualTo(ids);
    }

    @Test
    void isAKeyInJson() throws JsonProcessingException {
        Map<ChatId, Long> seen = Map.of(Examples.CHAT, 7L);
        String json = WireFormat.mapper().writeValueAsString(seen);

        assertThat(json).isEqualTo("{\"" + Examples.CHAT + "\":7}");
        assertThat(WireFormat.mapper().readValue(json, new TypeReference<Map<ChatId, Long>>() {}))
                .isEqualTo(seen);
    }

    @Test
    void namesShardsWithTwoDigits() {
        assertThat(Shard.tag(7)).isEqualTo("{s07}");
        assertThat(Shard.tag(63)).isEqualTo("{s63}");
        assertThatThrownBy(() -> Shard.tag(64)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Shard.of(Examples.ACCOUNT)).isBetween(0, Shard.COUNT - 1);
    }

    private static String kind(String text) {
        return text.startsWith("v") ? "visit" : "scope";
    }
}
