package org.lethe.privacy.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.Shard;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptBatch;
import org.lethe.privacy.redis.script.ScriptReply;

class ShardPagesTest {

    private static final Script ANY = Script.load("vault/time.lua");
    private static final long END = 1_000;

    private final Map<Integer, TreeSet<Long>> scores = new HashMap<>();
    private final List<ScriptBatch> calls = new ArrayList<>();
    private final ShardPages pages = new ShardPages(ANY, 3, "more");

    @Test
    void asksOnceForAllShardsWhereNothingIs() {
        assertThat(read()).isEmpty();

        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst().calls()).hasSize(1);
        assertThat(calls.getFirst().shards()).hasSize(Shard.COUNT);
        assertThat(args(0)).containsExactly("3", "", "more");
    }

    @Test
    void readsEverythingInCallsOfSoManyOfAllShards() {
        put(5, 10, 20, 30, 40, 50);
        put(9, 11, 21);

        assertThat(read()).containsExactlyInAnyOrder(10L, 20L, 30L, 40L, 50L, 11L, 21L);

        assertThat(calls).hasSize(3);
    }

    @Test
    void asksNextForThoseAloneThatHaveMoreAndFirstForWhoWaitsLongest() {
        put(5, 10, 20, 30, 40);
        put(9, 11, 21);

        read();

        assertThat(calls.get(1).shards()).startsWith(6, 7, 8, 9).endsWith(5).doesNotContain(4);
        assertThat(args(1).get(1)).isEqualTo("s05=30");
    }

    @Test
    void goesOnFromWhereItEnded() {
        put(5, 10);
        read();
        put(5, 20, END + 5);

        assertThat(read()).containsExactly(END + 5);
    }

    @Test
    void remembersHowFarItCameBeforeAFailure() {
        put(5, 10, 20, 30, 40);

        assertThatIllegalStateException()
                .isThrownBy(() -> pages.read(answeringOnce(new IllegalStateException("a fault"))));

        assertThat(read()).containsExactly(40L);
    }

    /** A sweep whose store is slow must come forward all the same. */
    @Test
    void answersWhatItHasReadWhenTheStoreGoesAway() {
        put(5, 10, 20, 30, 40);
        var away = new StoreUnavailableException(new IllegalStateException("away"));

        assertThat(numbers(pages.read(answeringOnce(away)))).containsExactly(10L, 20L, 30L);

        assertThat(read()).containsExactly(40L);
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> pages.read(answeringOnce(away)));
    }

    private List<Long> read() {
        return numbers(pages.read(this::answer));
    }

    private static List<Long> numbers(List<ScriptReply> replies) {
        return replies.stream()
                .flatMap(page -> page.at(2).list().stream())
                .map(ScriptReply::number)
                .toList();
    }

    private void put(int shard, long... more) {
        for (long score : more) {
            scores.computeIfAbsent(shard, it -> new TreeSet<>()).add(score);
        }
    }

    private Function<ScriptBatch, List<ScriptReply>> answeringOnce(RuntimeException failure) {
        return batch -> {
            if (!calls.isEmpty()) {
                throw failure;
            }
            return answer(batch);
        };
    }

    /** As {@code page} of the prelude does. */
    private List<ScriptReply> answer(ScriptBatch batch) {
        calls.add(batch);
        List<String> args = args(calls.size() - 1);
        long left = Long.parseLong(args.get(0));
        var replies = new ArrayList<ScriptReply>();
        for (int shard : batch.shards()) {
            long behind = behind(shard, args.get(1));
            List<Long> found =
                    scores.getOrDefault(shard, new TreeSet<>()).tailSet(behind, false).stream()
                            .limit(left)
                            .toList();
            boolean more = found.size() == left;
            long end = !more ? Math.max(behind, END) : left == 0 ? behind : found.getLast();
            replies.add(new ScriptReply(List.<Object>of(end, more ? 1L : 0L, found)));
            left -= found.size();
        }
        return replies;
    }

    private static long behind(int shard, String cursors) {
        Matcher cursor = Pattern.compile("s%02d=(\\d+)".formatted(shard)).matcher(cursors);
        return cursor.find() ? Long.parseLong(cursor.group(1)) : 0;
    }

    private List<String> args(int call) {
        return calls.get(call).args().stream().map(it -> new String(it, UTF_8)).toList();
    }
}
