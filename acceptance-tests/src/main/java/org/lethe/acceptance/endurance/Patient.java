package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lethe.acceptance.client.Answer;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.contracts.Coded;
import org.lethe.contracts.error.ErrorCode;

/** Asks again until there is an answer that stays, as pages do; and judges every failure. */
final class Patient {

    /** As long as a page waits at first. */
    static final Duration USUAL_PAUSE = Duration.ofMillis(900);

    private final Duration pause;
    private final Consumer<Broken> broken;
    private final Runnable repeated;

    /**
     * @param pause between two times
     * @param repeated is told of each time after the first
     */
    Patient(Duration pause, Consumer<Broken> broken, Runnable repeated) {
        this.pause = pause;
        this.broken = broken;
        this.repeated = repeated;
    }

    /**
     * The answer that is no "come back"; empty if there was none in time.
     *
     * @param what is asked, for a report
     */
    Optional<Answer> ask(String what, Duration patience, Supplier<Answer> request) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Answer> answer = once(request);
            answer.ifPresent(it -> judge(what, it));
            if (answer.isPresent() && !isToBeRepeated(answer.get())) {
                return answer;
            }
            if (System.nanoTime() - until > 0) {
                return Optional.empty();
            }
            repeated.run();
            Pause.of(pause);
        }
    }

    private static Optional<Answer> once(Supplier<Answer> request) {
        try {
            return Optional.of(request.get());
        } catch (UnexpectedAnswer cut) {
            return Optional.empty();
        }
    }

    /** A failure says by its code what it is; "internal" is a fault that nobody foresaw. */
    void judge(String what, Answer answer) {
        if (answer.status() < 500) {
            return;
        }
        Optional<ErrorCode> code = Coded.find(ErrorCode.class, answer.problemCode());
        if (code.isEmpty() || code.get() == ErrorCode.INTERNAL) {
            broken.accept(
                    new Broken(
                            Invariant.FAILURES_HAVE_CODES,
                            what,
                            answer.status() + " with code '" + answer.problemCode() + "'"));
        }
    }

    private static boolean isToBeRepeated(Answer answer) {
        return Coded.find(ErrorCode.class, answer.problemCode())
                .map(code ->
                        code.retryable()
                                || code == ErrorCode.NOBODY_ONLINE
                                || code == ErrorCode.QUEUE_FULL)
                .orElse(answer.status() >= 500);
    }
}
