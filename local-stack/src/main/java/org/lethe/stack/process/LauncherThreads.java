package org.lethe.stack.process;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Threads of the launcher, which end with it: of the platform, never virtual. A virtual thread
 * holds its carrier while it loads a class. Where all carriers, two on two cores, wait so for a
 * lock of the class path, and its owner stands in line for another behind a virtual thread that has
 * no carrier, none goes on; a start was once found so after an hour.
 */
public final class LauncherThreads {

    private static final ThreadFactory FACTORY = Thread.ofPlatform().daemon().factory();

    private LauncherThreads() {}

    /** A thread for each task. */
    public static ExecutorService forEachTask() {
        return Executors.newThreadPerTaskExecutor(FACTORY);
    }

    /** Runs something aside. */
    public static void start(String name, Runnable work) {
        Thread thread = FACTORY.newThread(work);
        thread.setName(name);
        thread.start();
    }
}
