package org.lethe.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.stack.service.JvmProfile;

class BenchOptionsTest {

    @Test
    void measuresEverythingUnlessTold() {
        assertThat(BenchOptions.parse(List.of()).includes("chat")).isTrue();
        assertThat(BenchOptions.parse(List.of("all")).includes("ends")).isTrue();

        BenchOptions chosen = BenchOptions.parse(List.of("ends", "rest"));
        assertThat(chosen.includes("ends")).isTrue();
        assertThat(chosen.includes("chat")).isFalse();
    }

    @Test
    void takesHowMuch() {
        BenchOptions options =
                BenchOptions.parse(
                        List.of("--chats", "7", "--visits", "8", "--runs", "2", "--quick"));

        assertThat(options)
                .isEqualTo(new BenchOptions(List.of(), new Amounts(7, 8, 20, 5, 2), false, true));
    }

    @Test
    void namesAmountsAsOptionsDo() {
        BenchOptions options = BenchOptions.parse(List.of("--seconds", "1800", "soak"));

        assertThat(options.amounts().byName())
                .containsEntry("seconds", 1800)
                .allSatisfy((name, amount) -> {
                    assertThat(BenchOptions.USAGE).contains("--" + name + " <n>");
                    assertThat(options.amounts().with(name, amount)).isEqualTo(options.amounts());
                });
    }

    @Test
    void takesFiguresOnlyFromTheOptionsOfProduction() {
        assertThat(BenchOptions.parse(List.of("--keep", "--runs", "1")).jvm())
                .isEqualTo(JvmProfile.PRODUCTION);
        assertThat(BenchOptions.parse(List.of("--quick")).jvm()).isEqualTo(JvmProfile.LOCAL);
    }

    @Test
    void keepsNothingThatWasQuick() {
        for (List<String> words :
                List.of(List.of("--quick", "--keep"), List.of("--keep", "chat", "--quick"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BenchOptions.parse(words))
                    .withMessage(
                            "--quick shows that it runs: its figures are not kept, so there is no"
                                    + " --keep.");
        }
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse(List.of("--fast")))
                .withMessage("There is no option --fast.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse(List.of("--chats", "0")))
                .withMessage("--chats takes a number from 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse(List.of("--rate")))
                .withMessage("--rate takes a number from 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse(List.of("--seconds", "1")))
                .withMessage("A run measures for two seconds or more.");
        assertThat(BenchOptions.parse(List.of("chats")).unknown(List.of("chat", "rest")))
                .contains("chats");
    }
}
