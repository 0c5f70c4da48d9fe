package org.lethe.privacy.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.lettuce.core.RedisCommandExecutionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.Shard;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptCall;
import org.lethe.privacy.redis.script.ScriptReply;

class ScriptTest {

    private static final Script RENEW = Script.load("vault/renew.lua");

    @Test
    void writesArgumentsAsTheyAreRead() {
        VisitId visit = VisitId.mint("abcd", new SecureRandom());
        List<byte[]> args =
                ScriptCall.on(RENEW, visit, 7, List.of(8L, "text"), new byte[] {9}).args();
        assertThat(args.stream().map(it -> new String(it, StandardCharsets.UTF_8)).toList())
                .containsExactly(visit.value(), "7", "8", "text", "\t");
        assertThatIllegalArgumentException().isThrownBy(() -> ScriptCall.of(RENEW, 1, 1.5));
    }

    @Test
    void bringsThePreludeAlong() {
        assertThat(RENEW.single().source())
                .startsWith("-- What may be kept of a scope")
                .contains("local EVENTS = {", "local function destroy(scope, reason)")
                .endsWith("return integer(renew(ARGV[1], tonumber(ARGV[2])))\n");
    }

    /** A part that stands in no list would be missed where it is first used. */
    @Test
    void bringsEachPartOfThePreludeAlong() throws IOException {
        try (Stream<Path> parts = Files.list(Path.of("src/main/resources/redis/prelude"))) {
            assertThat(parts)
                    .isNotEmpty()
                    .allSatisfy(part ->
                            assertThat(RENEW.single().source())
                                    .containsOnlyOnce(Files.readString(part)));
        }
    }

    @Test
    void worksForSeveralShardsWithOneText() {
        assertThat(RENEW.each().source())
                .startsWith("-- What may be kept of a scope")
                .contains("return integer(renew(ARGV[1], tonumber(ARGV[2])))", "KEYS[1] = shard");

        ScriptBatch all = ScriptBatch.onAll(RENEW, 7);
        assertThat(all.keys()).hasSize(Shard.COUNT).contains("{s00}", "{s17}", "{s63}");
        assertThat(all.calls())
                .extracting(call -> call.shards().size())
                .containsExactly(16, 16, 16, 16);
        assertThat(all.inOneCall().calls()).containsExactly(all.inOneCall());
        assertThat(all.single()).hasSize(Shard.COUNT).element(17).returns(17, ScriptCall::shard);
        assertThat(ScriptBatch.of(RENEW, List.of()).calls()).isEmpty();
    }

    @Test
    void readsRepliesByTheirKind() {
        byte[] seven = "7".getBytes(StandardCharsets.UTF_8);
        var reply = new ScriptReply(Arrays.asList(7L, seven, null));
        assertThat(reply.at(0).number()).isEqualTo(7);
        assertThat(reply.at(1).number()).isEqualTo(7);
        assertThat(reply.at(1).text()).isEqualTo("7");
        assertThat(reply.at(2).isEmpty()).isTrue();
        assertThat(reply.at(2).optional()).isEmpty();
        assertThatIllegalStateException().isThrownBy(reply::number);
        assertThatIllegalStateException().isThrownBy(() -> reply.at(2).text());
    }

    @Test
    void tellsWhatPassesFromWhatIsAMistake() {
        assertThat(refused("NOREPLICAS Not enough good replicas to write."))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(refused("READONLY You can't write against a read only replica."))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(refused("ERR unknown command 'x', with args beginning with: 'secret'"))
                .isInstanceOf(CommandRefusedException.class)
                .hasMessageNotContaining("secret");
        assertThat(refused("ERR user_script:3: unknown slot log script: ab"))
                .hasMessageContaining("unknown slot log");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> RedisSettings.of("redis://x").withReplicas(-1));
        assertThat(RedisSettings.of("redis://x").withUser("u", "secret").toString())
                .doesNotContain("secret");
    }

    private static RuntimeException refused(String message) {
        return Replies.translated(new RedisCommandExecutionException(message));
    }
}
