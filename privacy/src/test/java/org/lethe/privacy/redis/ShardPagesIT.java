package org.lethe.privacy.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.redis.script.ScriptReply;
import org.lethe.privacy.test.RedisProcess;
import org.lethe.privacy.test.TestVault;

class ShardPagesIT {

    private static final Script PAGE = Script.load("test/page.lua");
    private static final int MOST = 10;

    private final ShardPages pages = new ShardPages(PAGE, MOST, 100, 200);
    private RedisProcess redis;
    private RedisStore store;
    private int members;

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
        store = TestVault.store(redis.settings());
    }

    @AfterEach
    void stop() {
        store.close();
        redis.close();
    }

    @Test
    void readsAllOfEveryShardBetweenTwoScores() {
        put(7, IntStream.rangeClosed(95, 140));
        put(40, IntStream.rangeClosed(190, 205));

        List<ScriptReply> found = pages.read(store);

        assertThat(scores(found))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.concat(
                                        IntStream.rangeClosed(101, 140),
                                        IntStream.rangeClosed(190, 200))
                                .boxed()
                                .toList());
        assertThat(found).allMatch(page -> page.at(2).list().size() <= 2 * MOST);
    }

    @Test
    void leavesOutNobodyOfThoseWithTheSameScore() {
        put(7, IntStream.generate(() -> 150).limit(3 * MOST));
        put(7, IntStream.rangeClosed(148, 152));

        assertThat(scores(pages.read(store))).hasSize(3 * MOST + 5);
    }

    @Test
    void asksOneQuestionWhereNoShardHasAnything() {
        pages.read(store);
        redis.admin(it -> it.configResetstat());

        pages.read(store);

        String commands = redis.admin(it -> it.info("commandstats"));
        assertThat(commands)
                .contains("cmdstat_evalsha:calls=1,", "cmdstat_exists:calls=1,")
                .doesNotContain("cmdstat_zrange");
    }

    private void put(int shard, IntStream scores) {
        String key = RedisStore.shardKey(shard, "scores");
        scores.forEach(score -> {
            byte[] member = Integer.toString(members++).getBytes(UTF_8);
            redis.admin(commands -> commands.zadd(key, (double) score, member));
        });
    }

    private static List<Integer> scores(List<ScriptReply> pages) {
        return pages.stream()
                .map(page -> page.at(2).list())
                .flatMap(found ->
                        IntStream.iterate(1, i -> i < found.size(), i -> i + 2)
                                .mapToObj(i -> found.get(i).count()))
                .toList();
    }
}
