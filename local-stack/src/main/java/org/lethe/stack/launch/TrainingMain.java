package org.lethe.stack.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lethe.stack.ServiceTraining;
import org.lethe.stack.StackPaths;
import org.lethe.stack.process.Executables;
import org.lethe.stack.service.ServiceKind;

/**
 * Makes later starts of newly built services quicker, one service after the other and with the
 * lowest priority, while the suite runs that has been started first. {@code <process id>} is the
 * launcher's: without it there is nothing to train for.
 */
public final class TrainingMain {

    private TrainingMain() {}

    public static void main(String[] arguments) {
        ProcessHandle.of(Long.parseLong(arguments[0]))
                .ifPresentOrElse(
                        launcher -> {
                            var _ = launcher.onExit().thenRun(() -> System.exit(1));
                        },
                        () -> System.exit(1));
        StackPaths paths = StackPaths.find();
        ServiceTraining training = ServiceTraining.start(paths);
        Runtime.getRuntime().addShutdownHook(new Thread(training::close));
        for (ServiceKind kind : ServiceTraining.missing(paths)) {
            training.train(kind);
        }
        System.exit(0);
    }

    /**
     * Starts it as a process of its own.
     *
     * @return whether it was started: there may be nothing to train
     */
    static boolean startBeside(StackPaths paths) {
        if (ServiceTraining.missing(paths).isEmpty()) {
            return false;
        }
        var command = new ArrayList<String>();
        Executables.find("nice")
                .ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n19")));
        command.addAll(
                List.of(
                        Executables.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlethe.root=" + paths.root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainingMain.class.getName(),
                        Long.toString(ProcessHandle.current().pid())));
        Path log = paths.runs().resolve("training.log");
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return true;
        } catch (IOException e) {
            // Starts stay as slow as they are; that is all.
            return false;
        }
    }
}
