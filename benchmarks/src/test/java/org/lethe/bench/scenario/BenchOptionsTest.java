package org.lethe.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lethe.bench.soak.Soak;
import org.lethe.bench.suite.Through;
import org.lethe.stack.service.JvmProfile;

class BenchOptionsTest {

    private static final Scenario SHORT = new Rest();
    private static final Scenario LONG = new Soak();

    @Test
    void measuresWhatIsShortUnlessTold() {
        BenchOptions unnamed = BenchOptions.parse(List.of());
        assertThat(unnamed.includes(SHORT)).isTrue();
        assertThat(unnamed.includes(LONG)).isFalse();

        BenchOptions chosen = BenchOptions.parse(List.of("ends", "soak"));
        assertThat(chosen.includes(SHORT)).isFalse();
        assertThat(chosen.includes(LONG)).isTrue();
    }

    @Test
    void measuresEverythingWithAllOrQuickly() {
        for (String word : List.of("all", "--quick")) {
            BenchOptions options = BenchOptions.parse(List.of(word));
            assertThat(options.includes(SHORT)).isTrue();
            assertThat(options.includes(LONG)).isTrue();
            assertThat(options.unknown(List.of())).isEmpty();
        }
    }

    @Test
    void takesHowMuch() {
        BenchOptions options =
                BenchOptions.parse(
                        List.of("--chats", "7", "--visits", "8", "--runs", "2", "--quick"));

        assertThat(options)
                .isEqualTo(
                        new BenchOptions(
                                List.of(),
                                new Amounts(7, 8, 20, 3, 2, 1),
                                Through.PORTS,
                                false,
                                true));
    }

    @Test
    void takesWhichWayClientsGo() {
        assertThat(BenchOptions.parse(List.of("chat")).through()).isEqualTo(Through.PORTS);
        assertThat(BenchOptions.parse(List.of("--through", "gateway", "chat")).through())
                .isEqualTo(Through.GATEWAY);
        for (List<String> words : List.of(List.of("--through"), List.of("--through", "doors"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BenchOptions.parse(words))
                    .withMessage("--through takes ports or gateway.");
        }
    }

    @Test
    void reachesSeveralOfEachServiceThroughTheGatewayAlone() {
        assertThat(
                        BenchOptions.parse(List.of("--replicas", "2", "--through", "gateway"))
                                .replicas())
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse(List.of("--replicas", "2")))
                .withMessage("Several processes of a service are reached with --through gateway.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse(List.of("--replicas", "10")))
                .withMessage("--replicas takes a number up to 9.");
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
    void saysWhatAsksForTheSameAgain() {
        for (List<String> words :
                List.of(
                        List.of("ends", "soak", "--chats", "7"),
                        List.of("all", "--quick", "--seconds", "5", "--through", "gateway"),
                        List.<String>of())) {
            BenchOptions options = BenchOptions.parse(words);

            List<String> command = List.of(options.command().split(" "));

            assertThat(command).startsWith("./lethe", "bench").contains("--rate");
            assertThat(BenchOptions.parse(command.subList(2, command.size()))).isEqualTo(options);
        }
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
