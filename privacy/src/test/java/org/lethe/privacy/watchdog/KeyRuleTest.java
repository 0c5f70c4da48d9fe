package org.lethe.privacy.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.privacy.redis.script.Script;
import org.lethe.privacy.retention.RetentionSchedule;

class KeyRuleTest {

    private static final String REST = "-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh";

    @ParameterizedTest
    @CsvSource({
        "{s17}:v17$:kc, PT3M",
        "{s17}:v17$:view, PT3M",
        "{s17}:v17$:m, PT1H3M",
        "{s17}:v17$:terms, PT3M",
        "{s17}:c17$:log, PT12H10S",
        "{s17}:c17$:nobody-knows-it, PT12H10S",
        "{s17}:l17$:body, PT24H10S",
        "{s17}:l17$:gone, PT37H",
        "{s17}:e17$:sel, PT24H10S",
        "{s17}:deadlines, PT37H",
        "{s17}:open:v:acme, PT37H",
        "{s17}:chat:c17$, PT37H",
        "{s17}:notices, PT37H",
        "{s17}:notices:e17$:0, PT37H",
        // Of a scope that lives on another shard.
        "{s17}:v18$:view, PT37H",
    })
    void allowsUpToTheCeiling(String key, Duration ceiling) {
        KeyRule.Named named = read(key);

        assertThat(named.ceiling()).contains(ceiling);
        assertThat(named.allows(ceiling.toMillis(), Duration.ZERO)).isTrue();
        assertThat(named.allows(ceiling.plusSeconds(3).toMillis(), Duration.ZERO)).isFalse();
        assertThat(named.allows(-1, Duration.ZERO)).as("without an end").isFalse();
    }

    /** A time that scripts give and the rule does not know would be taken for a mistake. */
    @Test
    void knowsTheTimesThatThePreludeGives() {
        String prelude = Script.load("watchdog/tell.lua").single().source();

        assertThat(hours("META_GRACE", prelude)).containsExactly(KeyRule.GRACE);
        assertThat(hours("TOMBSTONE_LIFE", prelude)).containsExactly(RetentionSchedule.LONGEST);
        assertThat(hours("\\w+_LIFE", prelude))
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        life -> assertThat(life).isLessThanOrEqualTo(RetentionSchedule.LONGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{s00}:epoch", "{s63}:forward"})
    void allowsTwoThingsToHaveNoEnd(String key) {
        assertThat(read(key).allows(-1, Duration.ZERO)).isTrue();
    }

    /** Times to live of open scopes were set anew, when it was noticed. */
    @Test
    void allowsMoreWhereTheClockWentBackButToAnOpenScope() {
        long life = Duration.ofHours(38).toMillis();
        Duration ahead = Duration.ofHours(1);

        assertThat(read("{s17}:l17$:gone").allows(life, ahead)).isTrue();
        assertThat(read("{s17}:outbox").allows(life, ahead)).isTrue();
        assertThat(read("{s17}:l17$:body").allows(life, ahead)).isFalse();
        assertThat(read("{s17}:l17$:gone").allows(life, Duration.ZERO)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dump", "other:key", "{s1}:epoch", "{x17}:epoch", "s17:epoch"})
    void leavesWhatIsNotTheSuites(String key) {
        assertThat(KeyRule.read(key)).isEmpty();
    }

    @Test
    void tellsWhatIsThereOnlyWithAScope() {
        assertThat(read("{s17}:l17$:body").isOfOpenScope()).isTrue();
        assertThat(read("{s17}:l17$:gone").isOfOpenScope()).isFalse();
        assertThat(read("{s17}:outbox").isOfOpenScope()).isFalse();
    }

    private static List<Duration> hours(String name, String script) {
        return Pattern.compile("local " + name + " = (\\d+) \\* HOUR\n")
                .matcher(script)
                .results()
                .map(found -> Duration.ofHours(Long.parseLong(found.group(1))))
                .toList();
    }

    private static KeyRule.Named read(String key) {
        return KeyRule.read(key.replace("$", REST)).orElseThrow();
    }
}
