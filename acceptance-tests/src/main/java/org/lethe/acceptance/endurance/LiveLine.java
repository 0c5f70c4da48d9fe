package org.lethe.acceptance.endurance;

/** Lives on a thread of its own, until it is closed or has no use any more. */
abstract class LiveLine extends Reconnecting implements AutoCloseable {

    private final String name;
    private final Thread thread;
    private volatile boolean stopped;

    /**
     * @param name of whom it is, for what is said of it
     */
    LiveLine(String name, Verdict verdict) {
        super(verdict);
        this.name = name;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::live);
    }

    final void start() {
        thread.start();
    }

    /** It takes no further step. */
    final void stop() {
        stopped = true;
    }

    final boolean isStopped() {
        return stopped;
    }

    private void live() {
        try {
            while (!stopped) {
                step();
            }
        } catch (RuntimeException e) {
            verdict().accept(new Broken(Invariant.RUN_GOES_ON, name, e.toString()));
        } finally {
            hangUp();
        }
    }

    /** When this returns, it says nothing any more. */
    @Override
    public final void close() {
        stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
