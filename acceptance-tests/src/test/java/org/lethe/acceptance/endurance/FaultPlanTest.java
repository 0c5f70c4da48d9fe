package org.lethe.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lethe.acceptance.endurance.FaultPlan.Planned;

class FaultPlanTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(FaultPlan.of(7, AN_HOUR)).isEqualTo(FaultPlan.of(7, AN_HOUR));
        assertThat(FaultPlan.of(7, AN_HOUR)).isNotEqualTo(FaultPlan.of(8, AN_HOUR));
    }

    @Test
    void givesVisitorsAndConnectionsTheSameLives() {
        assertThat(visitors(7)).isEqualTo(visitors(7)).isNotEqualTo(visitors(8));
        assertThat(fates(7)).isEqualTo(fates(7)).isNotEqualTo(fates(8));
    }

    @Test
    void hasEveryKindOfFaultInAnHour() {
        assertThat(FaultPlan.of(1, AN_HOUR).faults())
                .extracting(planned -> (Object) planned.fault().getClass())
                .contains((Object[]) Fault.class.getPermittedSubclasses());
    }

    @Test
    void hasEveryKindOfFateAndOfVisitor() {
        assertThat(fates(1))
                .extracting(fate -> (Object) fate.getClass())
                .contains((Object[]) Fate.class.getPermittedSubclasses());
        assertThat(visitors(1))
                .extracting(VisitorScript::kind)
                .contains(VisitorScript.Kind.values());
    }

    @Test
    void disturbsNothingTwiceAtATimeAndNoLossOfTheStoreAtAll() {
        LongStream.range(0, 10)
                .forEach(seed -> {
                    List<Planned> faults = FaultPlan.of(seed, AN_HOUR).faults();
                    for (Planned each : faults) {
                        assertThat(faults)
                                .filteredOn(other -> !other.equals(each))
                                .noneMatch(other -> collides(each, other));
                    }
                });
    }

    private static boolean collides(Planned one, Planned other) {
        boolean loss = other.fault() instanceof Fault.LoseStore;
        boolean same = one.fault().target().equals(other.fault().target());
        return (loss || same)
                && one.at().compareTo(other.until()) <= 0
                && other.at().compareTo(one.until()) <= 0;
    }

    @Test
    void endsInTime() {
        Duration short1 = Duration.ofMinutes(3);

        assertThat(FaultPlan.of(3, short1).faults())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.until()).isLessThanOrEqualTo(short1))
                .noneMatch(it -> it.fault() instanceof Fault.LoseStore);
    }

    private static List<VisitorScript> visitors(long seed) {
        return IntStream.range(0, 200).mapToObj(i -> VisitorScript.of(seed, i)).toList();
    }

    private static List<Fate> fates(long seed) {
        return IntStream.range(0, 200).mapToObj(i -> Fate.of(seed, i)).toList();
    }
}
