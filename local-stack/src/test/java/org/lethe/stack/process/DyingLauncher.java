package org.lethe.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A launcher for the test to kill: starts two children in the run directory that it is given. */
final class DyingLauncher {

    private DyingLauncher() {}

    public static void main(String[] arguments) throws InterruptedException {
        var host = ProcessHost.start(RunDirectory.create(Path.of(arguments[0])));
        Path folder = host.run().data("any");
        Child quiet = host.start(new Launch("quiet", List.of("sleep", "1000"), Map.of(), folder));
        // Ignores the request to end; only SIGKILL helps.
        Child stubborn =
                host.start(
                        new Launch(
                                "stubborn",
                                List.of("sh", "-c", "trap '' TERM; while :; do sleep 0.2; done"),
                                Map.of(),
                                folder));
        System.out.println(host.run().path());
        System.out.println(quiet.pid());
        System.out.println(stubborn.pid());
        new CountDownLatch(1).await();
    }
}
