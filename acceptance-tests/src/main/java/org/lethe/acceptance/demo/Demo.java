package org.lethe.acceptance.demo;

import java.io.PrintStream;
import java.util.Optional;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.stack.layout.StackPaths;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.suite.LetheStack;
import org.lethe.stack.suite.StackSettings;

/**
 * {@code ./lethe demo}: the way through the suite, from the first visit to the signed receipt, and
 * then a look into every store.
 */
public final class Demo {

    private Demo() {}

    /** Goes against the running suite, or against one that it starts for itself. */
    public static void main(String[] arguments) {
        Optional<StackState> running = StackState.read(StackPaths.find().runningStack());
        boolean kept;
        if (running.isPresent()) {
            kept = run(running.get(), System.out);
        } else {
            System.out.println("No suite is running; starting one.");
            try (LetheStack own = LetheStack.start(StackSettings.beside())) {
                kept = run(own.state(), System.out);
            }
        }
        System.exit(kept ? 0 : 1);
    }

    /**
     * @return whether everything went as promised and nothing was left
     */
    public static boolean run(StackState suite, PrintStream out) {
        try (Stage stage = new Stage(suite, out)) {
            new Arrivals(stage).play();
            new OfflineForm(stage).play();
            new WholeChat(stage).play();
            new SubjectErasure(stage).play();
            return new Remnants(stage).play();
        } catch (UnexpectedAnswer e) {
            out.println();
            out.println("The demo stopped: " + e.getMessage());
            return false;
        }
    }
}
